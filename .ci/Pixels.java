import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Says how the pictures of two folders differ: {@code java Pixels.java FOLDER FOLDER}. */
final class Pixels {
  private Pixels() {}

  public static void main(String[] folders) throws IOException {
    for (File file : new File(folders[0]).listFiles()) {
      File other = new File(folders[1], file.getName());
      if (file.getName().endsWith(".png") && other.exists()) {
        tell(file.getName(), ImageIO.read(file), ImageIO.read(other));
      }
    }
  }

  private static void tell(String name, BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      System.err.println(name + ": another size");
      return;
    }

    int count = 0;
    int largest = 0;
    int left = one.getWidth();
    int top = one.getHeight();
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int distance = distance(one.getRGB(x, y), other.getRGB(x, y));
        if (distance > 0) {
          count++;
          largest = Math.max(largest, distance);
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x);
          bottom = Math.max(bottom, y);
        }
      }
    }

    if (count > 0) {
      System.err.printf(
          "%s: %d pixels differ, by %d of 255 at most, from (%d, %d) to (%d, %d)%n",
          name, count, largest, left, top, right, bottom);
    }
  }

  private static int distance(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      largest = Math.max(largest, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }

    return largest;
  }
}
