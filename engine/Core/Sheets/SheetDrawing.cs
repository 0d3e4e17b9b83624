using NeuralStyle.Plan.Sheets;

namespace NeuralStyle.Engine.Sheets;

/// <summary>One page to paint.</summary>
public sealed record SheetDrawing
{
    /// <summary>What all pages share.</summary>
    public required SheetFrame Frame { get; init; }

    /// <summary>The page, small enough: one of those that <see cref="SheetPager"/> returned.</summary>
    public required GridPage Page { get; init; }

    /// <summary>Number of this page, from 1.</summary>
    public int PageNumber { get; init; } = 1;

    /// <summary>Number of all pages.</summary>
    public int PageCount { get; init; } = 1;

    /// <summary>What the page's trials show, by trial id; a trial that is absent did not run.</summary>
    public required IReadOnlyDictionary<string, SheetCell> Cells { get; init; }
}
