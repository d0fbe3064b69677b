namespace GutSkin.Benchmarks;

internal readonly record struct HandIndex(double Points, double Low, double High);
