import java.util.List;
import org.quipu.api.ResultTable;
import org.quipu.job.ChartsJob;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/**
 * Tells the kernel how a cell shows what it ends with: results as an aligned table, a figure as a
 * drawing with its description for those who cannot see it.
 */
public final class QuipuDisplay implements DisplayProvider {
  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    return List.of(new Tables(), new Figures());
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }

  private static final class Tables implements DisplayRenderer {
    @Override
    public Class<?> rendererClass() {
      return ResultTable.class;
    }

    @Override
    public boolean canRender(String mime) {
      return true;
    }

    @Override
    public DisplayData render(String mime, Object table) {
      return DisplayData.fromText(table.toString());
    }
  }

  private static final class Figures implements DisplayRenderer {
    @Override
    public Class<?> rendererClass() {
      return ChartsJob.Drawn.class;
    }

    @Override
    public boolean canRender(String mime) {
      return true;
    }

    @Override
    public DisplayData render(String mime, Object figure) {
      ChartsJob.Drawn drawn = (ChartsJob.Drawn) figure;
      DisplayData data = DisplayData.fromText(drawn.description());
      data.putData("image/svg+xml", drawn.svg());
      return data;
    }
  }
}
