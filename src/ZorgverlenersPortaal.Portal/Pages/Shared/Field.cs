namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>One field of a form, ready to show: with its label, its hint, its fault, and what was typed.</summary>
public sealed record Field
{
    /// <summary>Id of the control; "-h" and "-e" behind it are its hint and its fault.</summary>
    public required string Id { get; init; }

    /// <summary>Name it is sent under.</summary>
    public required string Name { get; init; }

    /// <summary>What it asks.</summary>
    public required string Label { get; init; }

    /// <summary>How to answer.</summary>
    public string? Hint { get; init; }

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>What was typed; kept when the form comes back.</summary>
    public string? Value { get; init; }

    /// <summary>Type of the input.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>Keyboard of a telephone: "numeric", "tel".</summary>
    public string? InputMode { get; init; }

    /// <summary>What a browser may fill in.</summary>
    public string AutoComplete { get; init; } = "off";

    /// <summary>Characters at most.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>More than one line: a text area.</summary>
    public bool IsLong { get; init; }

    /// <summary>Width of the input.</summary>
    public string? CssClass { get; init; }

    /// <summary>The ids that describe the control, or null.</summary>
    public string? DescribedBy => (Fault, Hint) switch
    {
        (not null, not null) => $"{Id}-e {Id}-h",
        (not null, null) => $"{Id}-e",
        (null, not null) => $"{Id}-h",
        _ => null,
    };
}
