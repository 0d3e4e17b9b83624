namespace NeuralStyle.Plan.Reports.Html;

/// <summary>The page's script and style sheet, put together from the files under Reports/Page.</summary>
internal static class PageParts
{
    // Each file is one concept and uses those before it; functions that run later may use those after it too.
    private static readonly string[] Scripts =
    [
        "dom.js", "sweep.js", "images.js", "memory.js", "state.js", "stars.js", "filter.js", "layout.js", "cells.js", "zoom.js", "grid.js",
        "axes.js", "sorted.js", "table.js", "scatter.js", "stage.js", "detail.js", "selection.js", "ranking.js", "pairs.js", "votes.js",
        "vote.js", "theme.js", "views.js", "keys.js", "main.js",
    ];

    private static readonly string[] Styles = ["base.css", "bars.css", "grid.css", "views.css", "detail.css", "vote.css", "narrow.css"];

    /// <summary>The script: one scope around all files, so that nothing of it is global.</summary>
    public static string Script { get; } = $"\"use strict\";\n(() => {{\n{PageResource.ReadAll("script", Scripts)}\n}})();\n";

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = PageResource.ReadAll("style", Styles);
}
