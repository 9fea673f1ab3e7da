namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>One stay in hospital, its part-encounters taken together.</summary>
public sealed record Admission
{
    /// <summary>The Encounter that the whole stay is; leaves the portal only inside a handle.</summary>
    public string Id { get; init; } = "";

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

    /// <summary>Others who took part, also those whose part the EPD does not name ("betrokken"); no insurers known as such.</summary>
    public IReadOnlyList<string> Involved { get; init; } = [];

    /// <summary>Who referred.</summary>
    public string? Referrer { get; init; }

    /// <summary>Kind of admission, in the EPD's words.</summary>
    public string? Type { get; init; }

    /// <summary>Specialty, in the EPD's words.</summary>
    public string? Specialty { get; init; }

    /// <summary>Where she came from.</summary>
    public string? From { get; init; }

    /// <summary>Where she went.</summary>
    public string? To { get; init; }

    /// <summary>She died in hospital.</summary>
    public bool EndedInDeath { get; init; }

    /// <summary>The Encounters it is made of; letters name these. Leave the portal only inside a handle.</summary>
    public IReadOnlyList<string> EncounterIds { get; init; } = [];

    /// <summary>The EPD marks it in a way the portal does not know: only type and date may be shown (R10).</summary>
    public bool IsNotUnderstood { get; init; }

    /// <summary>When the patient came again after this stay, by these; null when that is not among them.</summary>
    public DateTimeOffset? NextOf(IEnumerable<Admission> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return Start is null ? null : all.Select(other => other.Start?.Earliest).Where(start => start > Start.Earliest).Min();
    }
}
