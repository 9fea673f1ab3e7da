using System.Globalization;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// The plan of one made-up patient; every theme makes its resources from this and from dice of its own.
/// </summary>
internal sealed record SyntheticPatient(int Number, string Bsn, PersonName Name, bool Woman, DateOnly BirthDate)
{
    public required StayKind Stay { get; init; }

    /// <summary>
    /// The place in the list of this kind of stay, from 0: the first ones of the two development GPs carry fixed cases.
    /// </summary>
    public required int Rank { get; init; }

    public required IReadOnlyList<Doctor> Gps { get; init; }

    public required GpStyle GpStyle { get; init; }

    public required Ward Ward { get; init; }

    public required int Room { get; init; }

    /// <summary>The start of the main stay; in the future for a planned one.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The end of the main stay; null while admitted or planned.</summary>
    public DateTimeOffset? End { get; init; }

    public Term Reason => Ward.Reasons[Number % Ward.Reasons.Count];

    /// <summary>What the ids of everything about this patient are made of.</summary>
    public string Key { get; init; } = Number.ToString("00000", CultureInfo.InvariantCulture);

    public string Id => "pat-" + Key;

    public string EncounterId => "enc-" + Key;

    /// <summary>True for the stays a GP would look at now; those get more in their record.</summary>
    public bool Current => Stay is StayKind.Admitted or StayKind.DischargedRecently;

    public int Age(DateOnly today) => today.Year - BirthDate.Year - (today.DayOfYear < BirthDate.DayOfYear ? 1 : 0);

    public JsonObject Reference() => Part.Reference("Patient", Id, Name.Text);

    public JsonObject EncounterReference() => Part.Reference("Encounter", EncounterId);
}
