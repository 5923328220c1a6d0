package org.quipu.survey.regression;

import java.io.Serializable;
import java.util.Arrays;
import org.quipu.survey.calibration.Auxiliaries;
import org.quipu.survey.calibration.AuxiliaryRows;
import org.quipu.survey.calibration.CalibratedWeights;

/**
 * The auxiliary variables of a chunk's rows: of those that count, and of the others that weigh
 * something, which count for the calibration still.
 */
final class ChunkAuxiliaries implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROOM = 256;

  private final int[] levels;
  private final AuxiliaryRows counting;
  private final AuxiliaryRows others;
  private int countingRoom = ROOM;
  private int[] otherPlaces = new int[ROOM];
  private int otherRows;

  ChunkAuxiliaries(CalibratedWeights calibration) {
    this.levels = new int[calibration.auxiliaries().factors()];
    this.counting = new AuxiliaryRows(calibration, ROOM);
    this.others = new AuxiliaryRows(calibration, ROOM);
  }

  /**
   * Adds a row that counts.
   *
   * @param row its place in the chunk
   * @return its calibrated weight
   */
  double add(int row, String[] texts, double[] numbers, double weight) {
    if (row == countingRoom) {
      countingRoom *= 2;
      counting.grow(countingRoom);
    }

    auxiliaries().place(texts, levels);
    return counting.set(row, levels, numbers.clone(), weight);
  }

  /** Adds a row that does not count, and weighs something. */
  void addOther(int place, String[] texts, double[] numbers, double weight) {
    if (otherRows == otherPlaces.length) {
      otherPlaces = Arrays.copyOf(otherPlaces, 2 * otherRows);
      others.grow(otherPlaces.length);
    }

    auxiliaries().place(texts, levels);
    others.set(otherRows, levels, numbers.clone(), weight);
    otherPlaces[otherRows++] = place;
  }

  private Auxiliaries auxiliaries() {
    return counting.calibration().auxiliaries();
  }

  /** Gives back the room that is not used. */
  void trim(int rows) {
    countingRoom = rows;
    counting.grow(rows);
    otherPlaces = Arrays.copyOf(otherPlaces, otherRows);
    others.grow(otherRows);
  }

  AuxiliaryRows counting() {
    return counting;
  }

  AuxiliaryRows others() {
    return others;
  }

  int otherRows() {
    return otherRows;
  }

  /** Where a row that does not count was sampled, as a place of the chunk. */
  int otherPlace(int row) {
    return otherPlaces[row];
  }

  /** How many numbers it holds. */
  long numbers() {
    return (countingRoom + (long) otherRows) * (2 + levels.length + auxiliaries().numbers());
  }
}
