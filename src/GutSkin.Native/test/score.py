"""Scores the people of score.c through ctypes and prints the same bits: score.py LIBRARY numpy|array."""
import array, ctypes, math, struct, sys

lib = ctypes.CDLL(sys.argv[1])
rows = 5000
length = ctypes.c_int64()
buffer = ctypes.create_string_buffer(4096)
assert lib.gutskin_conditions(ctypes.c_int64(0), buffer, ctypes.c_int64(len(buffer)), ctypes.byref(length)) == 0
conditions = buffer.raw[: length.value].decode().split("\0")[:-1]

columns = {
    "diet.fiber": [math.nan if i % 7 == 0 else (i * 37 % 1500) / 10 for i in range(rows)],
    "diet.milk": [-1.0 if i == 17 else i % 41 / 10 for i in range(rows)],
    "lifestyle.smoking": [math.nan if i % 3 == 0 else float(i % 40) for i in range(rows)],
}
if sys.argv[2] == "numpy":
    import numpy

    kept = [numpy.array(c, dtype=numpy.float64) for c in columns.values()]
    pointers = [c.ctypes.data for c in kept]
else:
    kept = [array.array("d", c) for c in columns.values()]
    pointers = [c.buffer_info()[0] for c in kept]

outs = [(ctypes.c_double * (rows * len(conditions)))() for _ in range(3)]
refused = ctypes.c_int64(-1)
status = lib.gutskin_score(
    ctypes.c_int64(0), "\0".join(columns).encode() + b"\0", ctypes.c_int32(len(columns)), (ctypes.c_void_p * len(pointers))(*pointers),
    ctypes.c_int64(rows), *outs, ctypes.c_int32(len(conditions)), ctypes.byref(refused))
assert status == 0 and refused.value == 1, (status, refused.value)
sys.stdout.write("".join(struct.pack(">d", x).hex() + "\n" for out in outs for x in out))
