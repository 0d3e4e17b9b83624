namespace NetVips;

public partial class Image
{
    public static Image operator +(Image left, Image right) => left.Run("add", right);

    public static Image operator +(Image left, double right) => left.Linear([1], [right]);

    public static Image operator +(Image left, double[] right) => left.Linear([1], right);

    public static Image operator -(Image left, Image right) => left.Run("subtract", right);

    public static Image operator -(Image left, double right) => left.Linear([1], [-right]);

    public static Image operator -(Image left, double[] right) => left.Linear([1], Array.ConvertAll(right, number => -number));

    public static Image operator *(Image left, Image right) => left.Run("multiply", right);

    public static Image operator *(Image left, double right) => left.Linear([right], [0]);

    public static Image operator *(Image left, double[] right) => left.Linear(right, [0]);

    public static Image operator /(Image left, Image right) => left.Run("divide", right);

    public static Image operator /(Image left, double right) => left.Linear([1 / right], [0]);

    public static Image operator /(Image left, double[] right) => left.Linear(Array.ConvertAll(right, number => 1 / number), [0]);

    /// <summary>Each band times a, plus b.</summary>
    public Image Linear(double[] a, double[] b, bool? uchar = null) => RunWith("linear", VOption.Of(("uchar", uchar)), a, b);

    /// <summary>The brightest value less each value.</summary>
    public Image Invert() => Run("invert");

    /// <summary>Each value rounded to the nearest whole one.</summary>
    public Image Rint() => Run("round", OperationRoundRint);

    /// <summary>The mean of all values.</summary>
    public double Avg() => (double)Operation.Call("avg", null, this);

    /// <summary>The standard deviation of all values.</summary>
    public double Deviate() => (double)Operation.Call("deviate", null, this);

    /// <summary>A table of statistics: the first row for all bands, then one for each.</summary>
    public Image Stats() => Run("stats");

    /// <summary>How often each value occurs.</summary>
    public Image HistFind(int? band = null) => RunWith("hist_find", VOption.Of(("band", band)));

    /// <summary>The table that maps this histogram onto another.</summary>
    public Image HistMatch(Image @ref) => Run("hist_match", @ref);

    // libvips' VIPS_OPERATION_ROUND_RINT.
    private const int OperationRoundRint = 0;
}
