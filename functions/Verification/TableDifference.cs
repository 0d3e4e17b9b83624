using System.Globalization;
using System.Text;
using NeuralStyle.Plan.Text;

namespace NeuralStyle.Functions.Verification;

/// <summary>Where a table says another thing than the records.</summary>
internal static class TableDifference
{
    /// <summary>The first cell that differs, by its row and column; null where only how it is written does.</summary>
    public static string? Between(string said, string truth)
    {
        var (left, right) = (Rows(said), Rows(truth));
        for (var row = 0; row < Math.Min(left.Count, right.Count); row++)
        {
            for (var column = 0; column < Math.Min(left[row].Count, right[row].Count); column++)
            {
                if (left[row][column] == right[row][column])
                    continue;
                var name = row == 0 ? $"{column + 1}" : right[0].ElementAtOrDefault(column) ?? $"{column + 1}";
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {row + 1}, column {name} says \"{Shown.Text(left[row][column])}\"; true is \"{Shown.Text(right[row][column])}\", by the records");
            }

            if (left[row].Count != right[row].Count)
                return string.Create(CultureInfo.InvariantCulture, $"row {row + 1} has {left[row].Count} columns; true are {right[row].Count}");
        }

        return left.Count == right.Count ? null : string.Create(CultureInfo.InvariantCulture, $"it has {left.Count} rows; true are {right.Count}");
    }

    /// <summary>The fields of each row (RFC 4180); whatever is no table gives some rows too.</summary>
    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>> { new() };
        var field = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (quoted && letter == '"' && index + 1 < text.Length && text[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || letter is not (',' or '\n' or '\r'))
            {
                field.Append(letter);
            }
            else if (letter is ',' or '\n')
            {
                rows[^1].Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                    rows.Add([]);
            }
        }

        rows[^1].Add(field.ToString());
        return rows;
    }
}
