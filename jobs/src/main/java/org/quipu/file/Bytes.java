package org.quipu.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads and writes numbers in byte arrays, in either byte order. */
enum Bytes {
  LITTLE_ENDIAN,
  BIG_ENDIAN;

  private static final VarHandle SHORTS = handle(short[].class);
  private static final VarHandle INTS = handle(int[].class);
  private static final VarHandle LONGS = handle(long[].class);

  private static VarHandle handle(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.LITTLE_ENDIAN);
  }

  short int16(byte[] bytes, int at) {
    short value = (short) SHORTS.get(bytes, at);
    return this == LITTLE_ENDIAN ? value : Short.reverseBytes(value);
  }

  int int32(byte[] bytes, int at) {
    int value = (int) INTS.get(bytes, at);
    return this == LITTLE_ENDIAN ? value : Integer.reverseBytes(value);
  }

  long int64(byte[] bytes, int at) {
    long value = (long) LONGS.get(bytes, at);
    return this == LITTLE_ENDIAN ? value : Long.reverseBytes(value);
  }

  double float64(byte[] bytes, int at) {
    return Double.longBitsToDouble(int64(bytes, at));
  }

  void putInt64(byte[] bytes, int at, long value) {
    LONGS.set(bytes, at, this == LITTLE_ENDIAN ? value : Long.reverseBytes(value));
  }
}
