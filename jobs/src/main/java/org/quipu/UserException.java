package org.quipu;

/**
 * An error that the user can correct: a wrong input, not a fault of Quipu. Ends a command with exit
 * code 2 and this message, without a stack trace.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * An input that is not what it should be.
   *
   * @param where the file, and the row, variable or entry in it
   * @param found what is there
   * @param expected what should be there
   * @param remedy what the user can do
   */
  public static UserException input(String where, String found, String expected, String remedy) {
    return new UserException(where + ": found " + found + "; expected " + expected + ". " + remedy);
  }
}
