package org.quipu.file;

/**
 * A file in a zip, as the zip's list has it.
 *
 * @param name its path in the zip
 * @param method how it is compressed
 * @param isEncrypted whether a password protects it
 * @param crc the CRC-32 of its bytes
 * @param size its bytes
 * @param packed its bytes in the zip
 * @param at where its header begins in the zip
 */
record ZipEntry(
    String name, int method, boolean isEncrypted, long crc, long size, long packed, long at) {}
