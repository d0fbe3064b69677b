"""Compares a table of the tool with the bits that score.c prints, compare.py LIBRARY TABLE BITS: index, low and high, of each condition all people."""
import csv, ctypes, struct, sys

lib = ctypes.CDLL(sys.argv[1])
length = ctypes.c_int64()
buffer = ctypes.create_string_buffer(4096)
assert lib.gutskin_conditions(ctypes.c_int64(0), buffer, ctypes.c_int64(len(buffer)), ctypes.byref(length)) == 0
conditions = buffer.raw[: length.value].decode().split("\0")[:-1]
header, *rows = csv.reader(open(sys.argv[2]))
bits = open(sys.argv[3]).read().split()
assert len(bits) == 3 * len(conditions) * len(rows) and len(header) > 3, (len(bits), len(conditions), len(rows))
for column in range(1, len(header)):
    condition, part = header[column].rsplit(".", 1)
    first = (["score", "low", "high"].index(part) * len(conditions) + conditions.index(condition)) * len(rows)
    for person, row in enumerate(rows):
        tool = struct.pack(">d", float(row[column])).hex()
        assert tool == bits[first + person], (header[column], person + 1, tool, bits[first + person])
