namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>
/// What the EPD says of a patient as far as a look can be explained or raised by it. Name and address are compared in here and
/// cannot be read back.
/// </summary>
public sealed record PatientFacts
{
    /// <summary>The EPD's id.</summary>
    public required string PatientId { get; init; }

    /// <summary>The version that says so, such as <c>Patient/1/4</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Her surnames as written: her own and a partner's.</summary>
    public IReadOnlyList<string> Surnames { private get; init; } = [];

    /// <summary>Her addresses, each as <see cref="Homes.Key"/> writes it.</summary>
    public IReadOnlyList<string> Addresses { private get; init; } = [];

    /// <summary>The day she died; null when she lives or the day is not known.</summary>
    public DateOnly? Died { get; init; }

    /// <summary>Where it stands that she is own staff or a public figure; null for no.</summary>
    public string? Restriction { get; init; }

    /// <summary>Contacts with the hospital; <see cref="HasContacts"/> says whether they were asked.</summary>
    public IReadOnlyList<Explanation> Contacts { get; init; } = [];

    /// <summary>The EPD gave all its contacts: then none near a day means that there was none.</summary>
    public bool HasContacts { get; init; }

    /// <summary>Does one of her surnames sound in this name?</summary>
    public bool BearsName(string name) => Surnames.SelectMany(SurnameKeys.Of).Intersect(SurnameKeys.Of(name), StringComparer.Ordinal).Any();

    /// <summary>Does she live here?</summary>
    public bool LivesAt(string home) => Addresses.Contains(home, StringComparer.Ordinal);

    /// <summary>Without name and address (R6).</summary>
    public override string ToString() => Reference;
}
