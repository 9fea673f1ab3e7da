using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Dossier.Review;

/// <summary>What an officer asks a doctor about one look of hers. Names no patient.</summary>
public sealed record CaseQuestion
{
    /// <summary>The case, as far as the doctor may know of it.</summary>
    public required ReviewCase Case { get; init; }

    /// <summary>The question.</summary>
    public required string Words { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>What she answered; null as long as she has not.</summary>
    public string? Answer { get; init; }

    /// <summary>When she did.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>The emergency it is about, without the patient.</summary>
    public EmergencyCase? Emergency { get; init; }
}
