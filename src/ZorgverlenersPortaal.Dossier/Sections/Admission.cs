namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One stay in hospital, its part-encounters taken together.</summary>
public sealed record Admission
{
    /// <summary>What the EPD says of it now.</summary>
    public required AdmissionState State { get; init; }

    /// <summary>When it began, as written.</summary>
    public WrittenDate? Start { get; init; }

    /// <summary>When it ended, as written.</summary>
    public WrittenDate? End { get; init; }

    /// <summary>Why, in the EPD's words.</summary>
    public string? Reason { get; init; }

    /// <summary>Ward (and room) now or last.</summary>
    public string? Ward { get; init; }

    /// <summary>Telephone of the ward.</summary>
    public string? WardPhone { get; init; }

    /// <summary>Doctor in charge.</summary>
    public string? Doctor { get; init; }

    /// <summary>Where she came from.</summary>
    public string? From { get; init; }

    /// <summary>Where she went.</summary>
    public string? To { get; init; }

    /// <summary>The EPD marks it in a way the portal does not know: only type and date may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }
}
