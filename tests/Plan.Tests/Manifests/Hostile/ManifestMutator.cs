using System.Text;

namespace NeuralStyle.Plan.Tests.Manifests.Hostile;

/// <summary>Changes a manifest as an attacker, or a careless hand, would: some changes keep to YAML's structure, others are of bytes.</summary>
/// <param name="seed">The same seed makes the same changes.</param>
internal sealed class ManifestMutator(int seed)
{
    // In the place of values: ends of ranges, what other readers of YAML run or follow, what leads out of a folder, what spoofs.
    private static readonly string[] Values =
    [
        "1e-320..1e308 log 1000000000", "1e-320..1e308 log 10000", "0..1 step 1e-320", "-1e308..1e308 count 10000", "1, 2, ..., 1e18", "1e999", "NaN", "-.inf", "-0",
        "9223372036854775808", "0x7fffffff", "1_000", "1e", "''", "\"\\0\"", "\"\\uD800\"", "\"\\x1b[31m\"", "~", "[]", "{}", "[[]]", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        "{a: {b: {c: {d: {e: {f: 1}}}}}}", "&a [*a, *a]", "*a", "!!python/object/apply:os.system ['id']", "!!binary R0lG", "? x", "| \n  x", "> 5", "@x", "`x`", "%TAG",
        "../../etc/passwd", "/etc/passwd", "..\\..\\x", "a/../b", "%2e%2e%2fx", "a\u202Egnp.exe", "\u2024\u2024/x", "con", "x.", "**", "*a*a*a*a*a*a*a*b", "{$ref: '#'}",
        "subsets(8; relu1_1..relu5_1)", "prefixes(relu1_1..relu5_4, relu1_1)", "random 10000 from 1e-300 to 1e300 log", "step 1:1, 0:0, 99999999999:1", "65536:1, 64:1e9", "32768", "1e9", "true", "<<",
        "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "</script>", "<span size='9999999'>", "&amp;", "\u0007",
    ];

    private const string Letters = "\0\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~aeinrxz\u00e9\u0085\u2028\ufeff";

    private readonly Random _random = new(seed);

    /// <summary>The bytes of a changed manifest.</summary>
    public byte[] Change(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var times = _random.Next(1, 4); times > 0; times--)
            ChangeLines(lines);
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        if (_random.Next(3) == 0)
            bytes = ChangeBytes(bytes);
        return bytes;
    }

    private void ChangeLines(List<string> lines)
    {
        var at = _random.Next(lines.Count);
        var line = lines[at];
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        switch (_random.Next(9))
        {
            case 0 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(_random.Next(lines.Count + 1), line);
                break;
            case 2:
                lines[at] = new string(' ', _random.Next(9)) + line.TrimStart();
                break;
            case 3 or 4 or 5 when colon > 0:
                lines[at] = $"{line[..(colon + 2)]}{Values[_random.Next(Values.Length)]}";
                break;
            case 6 when colon > 0:
                var other = lines[_random.Next(lines.Count)];
                lines[at] = line[..colon] + (other.IndexOf(':', StringComparison.Ordinal) is > 0 and var from ? other[from..] : other);
                break;
            case 7 when line.Length > 0:
                var place = _random.Next(line.Length);
                lines[at] = line.Remove(place, 1).Insert(place, Letters[_random.Next(Letters.Length)].ToString());
                break;
            default:
                lines[at] = line.Insert(_random.Next(line.Length + 1), Values[_random.Next(Values.Length)]);
                break;
        }
    }

    private byte[] ChangeBytes(byte[] bytes)
    {
        var at = _random.Next(bytes.Length);
        switch (_random.Next(4))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1:
                return bytes[..at];
            case 2:
                return [.. bytes[..at], .. Enumerable.Repeat((byte)_random.Next(256), _random.Next(1, 3000)), .. bytes[at..]];
            default:
                return [.. bytes[..at], .. bytes, .. bytes[at..]];
        }
    }
}
