namespace NeuralStyle.Plan.Manifests;

/// <summary>Patterns of names: <c>*</c> is any letters but /, <c>?</c> is one letter but /; case matters.</summary>
internal static class Glob
{
    /// <summary>Whether a name fits a pattern. Takes at most pattern times name steps, whatever the pattern.</summary>
    public static bool Matches(string pattern, string name)
    {
        var steps = 0L;
        return Matches(pattern, name, ref steps);
    }

    /// <summary>Whether a name fits a pattern; adds the steps that it took.</summary>
    public static bool Matches(string pattern, string name, ref long steps)
    {
        steps++;
        var (at, inName) = (0, 0);
        var (star, starName) = (-1, 0);
        while (inName < name.Length)
        {
            steps++;
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, starName) = (at++, inName);
            }
            else if (at < pattern.Length && (pattern[at] == name[inName] || (pattern[at] == '?' && name[inName] != '/')))
            {
                at++;
                inName++;
            }
            else if (star >= 0 && name[starName] != '/')
            {
                // The last star takes one more letter. Earlier stars needn't change: what they took is enough for what follows them,
                // unless a / stands between, which no star passes.
                at = star + 1;
                inName = ++starName;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].All(letter => letter == '*');
    }
}
