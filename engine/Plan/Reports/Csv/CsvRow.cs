using System.Buffers;
using System.Globalization;
using System.Text;

namespace NeuralStyle.Plan.Reports.Csv;

/// <summary>
/// Builds one record of a CSV file (RFC 4180). A text that a spreadsheet would run as a formula, one that begins with =, +, -, @, tab
/// or carriage return, gets an apostrophe in front; so does a text that begins with an apostrophe, so that taking one leading
/// apostrophe off gives every text back. Texts that are plain numbers, such as a label of -1, stay as they are.
/// </summary>
internal sealed class CsvRow
{
    private const string FormulaStarts = "=+-@\t\r'";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly StringBuilder _line = new();

    /// <summary>How many fields there are so far.</summary>
    public int Fields { get; private set; }

    /// <summary>Adds a text; null is an empty field.</summary>
    public CsvRow Text(string? text)
    {
        if (text is null)
            return Field(string.Empty);
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var isGuarded = text.Length > 0 && FormulaStarts.Contains(text[0], StringComparison.Ordinal) && !isNumber;
        return Field(isGuarded ? $"'{text}" : text);
    }

    /// <summary>Adds a number; null is an empty field.</summary>
    public CsvRow Number(double? value) => Field(value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>Adds a whole number; null is an empty field.</summary>
    public CsvRow Number(long? value) => Field(value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty);

    /// <summary>The record with its line end, CR LF.</summary>
    public override string ToString() => $"{_line}\r\n";

    private CsvRow Field(string field)
    {
        if (Fields++ > 0)
            _line.Append(',');
        if (field.AsSpan().ContainsAny(Quoted))
            _line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        else
            _line.Append(field);
        return this;
    }
}
