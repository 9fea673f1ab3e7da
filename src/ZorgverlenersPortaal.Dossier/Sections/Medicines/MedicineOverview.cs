using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// The medication the EPD has, each record in one list. A list without items says only that none was found at that time, never
/// that there is none (R7): show <see cref="NoneFound"/> with the time.
/// </summary>
public sealed record MedicineOverview
{
    /// <summary>Dutch, for a list without items; the page adds the time.</summary>
    public const string NoneFound = "Geen medicatie gevonden in het EPD";

    /// <summary>In use now.</summary>
    public required IReadOnlyList<Medicine> Current { get; init; }

    /// <summary>Put off for a time.</summary>
    public required IReadOnlyList<Medicine> Interrupted { get; init; }

    /// <summary>To begin later, or only suggested.</summary>
    public required IReadOnlyList<Medicine> Planned { get; init; }

    /// <summary>Stopped, over, taken back or not taken, the last one first; agreements to stop too.</summary>
    public required IReadOnlyList<Medicine> Stopped { get; init; }

    /// <summary>What the EPD asks not to give.</summary>
    public required IReadOnlyList<Medicine> NotToGive { get; init; }

    /// <summary>Nobody can tell from the EPD whether it is used.</summary>
    public required IReadOnlyList<Medicine> Unclear { get; init; }

    /// <summary>Supplies and requests for them, the last one first.</summary>
    public required IReadOnlyList<Medicine> Supplies { get; init; }

    /// <summary>Given (or not given) in hospital since <see cref="AdministeredSince"/>, the last one first.</summary>
    public required IReadOnlyList<Medicine> Administered { get; init; }

    /// <summary>What cannot be shown safely: kind and date only (R10).</summary>
    public required IReadOnlyList<Medicine> NotUnderstood { get; init; }

    /// <summary>The first day of the administrations that were asked for.</summary>
    public required DateOnly AdministeredSince { get; init; }

    /// <summary>There are more administrations than are shown.</summary>
    public bool IsAdministeredCut { get; init; }

    /// <summary>Kinds of FHIR resource that could not be fetched, with why.</summary>
    public IReadOnlyDictionary<string, EpdFailure> Failures { get; init; } = new Dictionary<string, EpdFailure>(StringComparer.Ordinal);

    /// <summary>Some medication may be missing here.</summary>
    public bool MayMissSome { get; init; }

    /// <summary>When the EPD gave it.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>Not one record was found.</summary>
    public bool IsEmpty => !All.Any();

    internal IEnumerable<Medicine> All =>
        Current.Concat(Interrupted).Concat(Planned).Concat(Stopped).Concat(NotToGive).Concat(Unclear).Concat(Supplies).Concat(Administered).Concat(NotUnderstood);

    internal IEnumerable<string> Sources => All.SelectMany(m => m.ProductSource is { } product ? new[] { m.Source, product } : [m.Source]);

    /// <summary>
    /// What was in use before this stay and after it, and what differs; of a stay that goes on, what is in use now. Only lists: no
    /// advice and no arithmetic with doses. Throws ArgumentException for a stay
    /// without a day of its beginning, or of no year of ours.
    /// </summary>
    public MedicineChanges ChangesDuring(Admission stay) => MedicineDifference.Of(this, stay);

    /// <summary>Only what is in use, for a summary.</summary>
    internal MedicinesInUse InUse() => new()
    {
        Current = Current,
        NotToGive = NotToGive,
        ToLookUp = [.. Interrupted, .. Unclear, .. NotUnderstood],
        MayMissSome = MayMissSome || Failures.Count > 0,
        HasAny = !IsEmpty,
    };

    /// <summary>Every medicine goes to exactly one list.</summary>
    internal static MedicineOverview Of(IReadOnlyList<Medicine> medicines, DateOnly administeredSince, int mostAdministered, DateTimeOffset fetchedAt)
    {
        var lists = medicines.ToLookup(Place);
        var administered = Newest(lists[7]);
        return new()
        {
            Current = [.. lists[0].OrderBy(m => m.Name, StringComparer.CurrentCultureIgnoreCase)],
            Interrupted = Newest(lists[1]),
            Planned = [.. lists[2].OrderBy(m => m.Start?.Earliest ?? DateTimeOffset.MaxValue)],
            Stopped = Newest(lists[3]),
            NotToGive = Newest(lists[4]),
            Unclear = Newest(lists[5]),
            Supplies = Newest(lists[6]),
            Administered = [.. administered.Take(mostAdministered)],
            NotUnderstood = Newest(lists[8]),
            AdministeredSince = administeredSince,
            IsAdministeredCut = administered.Count > mostAdministered,
            FetchedAt = fetchedAt,
        };
    }

    private static IReadOnlyList<Medicine> Newest(IEnumerable<Medicine> medicines) =>
        [.. medicines.OrderByDescending(m => (m.End ?? m.Start ?? m.Recorded)?.Earliest ?? DateTimeOffset.MaxValue)];

    private static int Place(Medicine medicine) => medicine switch
    {
        { IsNotUnderstood: true } => 8,
        { Kind: MedicineKind.Administration } => 7,
        { State: MedicineState.DoNotGive } => 4,
        { Kind: MedicineKind.Supply or MedicineKind.SupplyRequest } => 6,
        _ => OfState(medicine.State),
    };

    private static int OfState(MedicineState state) => state switch
    {
        MedicineState.InUse => 0,
        MedicineState.Interrupted => 1,
        MedicineState.Planned or MedicineState.Proposed => 2,
        MedicineState.Stopped or MedicineState.Ended or MedicineState.Cancelled or MedicineState.NotTaken => 3,
        MedicineState.DoNotGive => 4,
        MedicineState.Unknown => 5,
        MedicineState.ToSupply or MedicineState.Supplied or MedicineState.NotSupplied => 6,
        MedicineState.Given or MedicineState.BeingGiven or MedicineState.NotGiven => 7,
    };
}
