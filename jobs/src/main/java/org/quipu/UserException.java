package org.quipu;

import java.util.regex.Pattern;

/**
 * An error that the user can correct: a wrong input, not a fault of Quipu. Ends a command with exit
 * code 2 and this message, without a stack trace.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names in a message come from files: control characters could steer a terminal. */
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  public UserException(String message) {
    super(printable(message));
  }

  public UserException(String message, Throwable cause) {
    super(printable(message), cause);
  }

  private static String printable(String message) {
    return CONTROL.matcher(message).replaceAll("?");
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
