namespace CohortValidation;

/// <summary>What a validation needs: the area under the ROC curve with its bootstrap interval, and a logistic model of a few columns.</summary>
internal static class Statistics
{
    /// <summary>The area under the ROC curve: how often a case ranks above a control, ties half (Hanley, McNeil 1982).</summary>
    public static double Auc(double[] values, bool[] cases, int[] order, int[] weights)
    {
        // Weights say how often each person was drawn; people come in the order of their values.
        double controlsBelow = 0, sum = 0, allCases = 0, allControls = 0;
        for (int i = 0; i < order.Length;)
        {
            double value = values[order[i]], tiedCases = 0, tiedControls = 0;
            for (; i < order.Length && values[order[i]] == value; i++)
            {
                if (cases[order[i]])
                    tiedCases += weights[order[i]];
                else
                    tiedControls += weights[order[i]];
            }

            sum += tiedCases * (controlsBelow + (tiedControls / 2));
            controlsBelow += tiedControls;
            allCases += tiedCases;
            allControls += tiedControls;
        }

        return sum / (allCases * allControls);
    }

    /// <summary>People in the order of their values.</summary>
    public static int[] Order(double[] values) => [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenBy(i => i)];

    /// <summary>Areas of several values on the same bootstrap samples (percentile method), with cases and controls drawn apart.</summary>
    /// <returns>For each value its areas, sample by sample.</returns>
    public static double[][] Bootstrap(double[][] values, bool[] cases, int samples, ulong seed)
    {
        int[] yes = [.. Enumerable.Range(0, cases.Length).Where(i => cases[i])], no = [.. Enumerable.Range(0, cases.Length).Where(i => !cases[i])];
        int[][] orders = [.. values.Select(Order)];
        double[][] areas = [.. values.Select(_ => new double[samples])];
        int[] weights = new int[cases.Length];
        ulong state = seed;
        for (int s = 0; s < samples; s++)
        {
            Array.Clear(weights);
            foreach (int[] group in (int[][])[yes, no])
            {
                for (int k = 0; k < group.Length; k++)
                    weights[group[(int)(Next(ref state) % (ulong)group.Length)]]++;
            }

            for (int v = 0; v < values.Length; v++)
                areas[v][s] = Auc(values[v], cases, orders[v], weights);
        }

        return areas;
    }

    /// <summary>The middle 95 % of numbers.</summary>
    public static (double Low, double High) Middle95(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return (sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }

    /// <summary>Predictions of a logistic model for people it was not fitted to: ten parts, each predicted from the other nine.</summary>
    public static double[] CrossValidated(double[][] rows, bool[] cases)
    {
        const int parts = 10;
        double[] predicted = new double[rows.Length];
        for (int part = 0; part < parts; part++)
        {
            int[] others = [.. Enumerable.Range(0, rows.Length).Where(i => i % parts != part)];
            double[] weights = Fit([.. others.Select(i => rows[i])], [.. others.Select(i => cases[i])]);
            for (int i = part; i < rows.Length; i += parts)
                predicted[i] = Dot(weights, rows[i]);
        }

        return predicted;
    }

    /// <summary>Iteratively reweighted least squares with a small ridge, so that a column that hardly varies does no harm.</summary>
    private static double[] Fit(double[][] rows, bool[] cases)
    {
        const double ridge = 0.01;
        int width = rows[0].Length;
        double[] weights = new double[width];
        for (int round = 0; round < 25; round++)
        {
            double[,] left = new double[width, width];
            double[] right = new double[width];
            for (int r = 0; r < rows.Length; r++)
            {
                double p = 1 / (1 + Math.Exp(-Dot(weights, rows[r]))), error = (cases[r] ? 1 : 0) - p;
                for (int i = 0; i < width; i++)
                {
                    right[i] += rows[r][i] * error;
                    for (int j = 0; j < width; j++)
                        left[i, j] += p * (1 - p) * rows[r][i] * rows[r][j];
                }
            }

            for (int i = 0; i < width; i++)
            {
                left[i, i] += ridge;
                right[i] -= ridge * weights[i];
            }

            double[] step = Solve(left, right);
            for (int i = 0; i < width; i++)
                weights[i] += step[i];
            if (step.Max(Math.Abs) < 1e-9)
                break;
        }

        return weights;
    }

    private static double[] Solve(double[,] left, double[] right)
    {
        int n = right.Length;
        for (int p = 0; p < n; p++)
        {
            int best = p;
            for (int r = p + 1; r < n; r++)
                best = Math.Abs(left[r, p]) > Math.Abs(left[best, p]) ? r : best;
            for (int c = 0; c < n; c++)
                (left[p, c], left[best, c]) = (left[best, c], left[p, c]);
            (right[p], right[best]) = (right[best], right[p]);
            for (int r = p + 1; r < n; r++)
            {
                double factor = left[r, p] / left[p, p];
                for (int c = p; c < n; c++)
                    left[r, c] -= factor * left[p, c];
                right[r] -= factor * right[p];
            }
        }

        for (int r = n - 1; r >= 0; r--)
        {
            for (int c = r + 1; c < n; c++)
                right[r] -= left[r, c] * right[c];
            right[r] /= left[r, r];
        }

        return right;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
