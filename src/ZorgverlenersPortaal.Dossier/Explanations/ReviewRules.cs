namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>The weights and thresholds of a review, as one version of the rules file has them.</summary>
public sealed record ReviewRules
{
    /// <summary>What the hospital calls this version.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal: which rules a list was made by.</summary>
    public required string Hash { get; init; }

    /// <summary>Looks an officer is given for each day that is reviewed.</summary>
    public required int CasesADay { get; init; }

    /// <summary>Looks in a random sample.</summary>
    public required int SampleSize { get; init; }

    /// <summary>Days back in which emergencies are counted as repeated.</summary>
    public required int HistoryDays { get; init; }

    /// <summary>Days before and after a look in which a contact with the hospital explains it.</summary>
    public required int ContactDays { get; init; }

    /// <summary>Every rule.</summary>
    public required IReadOnlyDictionary<ReviewRule, RuleSetting> Rules { get; init; }

    /// <summary>The hours of each role; null is any other.</summary>
    public required IReadOnlyDictionary<CareRole, RoleHours> Hours { get; init; }

    /// <summary>The hours of who has none of these roles.</summary>
    public required RoleHours OtherHours { get; init; }

    /// <summary>The setting of a rule.</summary>
    public RuleSetting this[ReviewRule rule] => Rules[rule];

    /// <summary>The hours of the role of a card.</summary>
    public RoleHours HoursOf(string? roleCode) => CareRoles.OfCode(roleCode) is { } role ? Hours[role] : OtherHours;
}
