using System.Text;

namespace NeuralStyle.Plan.Tests.Reports;

/// <summary>Reads RFC 4180 to the letter, apart from the code under test: every record ends with CR LF and has as many fields as the first.</summary>
internal static class StrictCsv
{
    public static List<List<string>> Read(string text)
    {
        var (records, record, position) = (new List<List<string>>(), new List<string>(), 0);
        while (position < text.Length)
        {
            record.Add(text[position] == '"' ? Quoted(text, ref position) : Plain(text, ref position));
            if (position < text.Length && text[position] == ',')
            {
                position++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(position, 2));
            position += 2;
            records.Add(record);
            Assert.Equal(records[0].Count, record.Count);
            record = [];
        }

        Assert.Empty(record);
        return records;
    }

    private static string Plain(string text, ref int position)
    {
        var start = position;
        while (text[position] is not (',' or '\r'))
        {
            Assert.DoesNotContain(text[position], "\"\n");
            position++;
        }

        return text[start..position];
    }

    private static string Quoted(string text, ref int position)
    {
        var field = new StringBuilder();
        for (position++; ; position++)
        {
            if (text[position] == '"' && text[++position] != '"')
                return field.ToString();
            field.Append(text[position]);
        }
    }
}
