namespace GutSkin.Benchmarks;

public readonly record struct HandIndex(double Points, double Low, double High);
