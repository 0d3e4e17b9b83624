#nullable enable

using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>Asks the function for a page at a time, until a page names no next one.</summary>
internal sealed class FunctionPageable<T>(Func<string?, int?, CancellationToken, Task<Page<T>>> pageFunc) : AsyncPageable<T>
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Read(continuationToken, pageSizeHint);

    private async IAsyncEnumerable<Page<T>> Read(
        string? continuationToken, int? pageSizeHint, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            var page = await pageFunc(continuationToken, pageSizeHint, cancellationToken);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }
}
