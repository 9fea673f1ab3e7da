using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections.Medicines;

/// <summary>
/// The difference over a stay. Compared are records of one kind with each other, by treatment, else by product code, else by
/// name; whatever could be matched in more than one way is told as uncertain.
/// </summary>
internal static class MedicineDifference
{
    private const int FirstYear = 1900;
    private const int LastYear = 9000;
    private const string Several = "Niet zeker te koppelen: meer dan één mogelijkheid";

    public static MedicineChanges Of(MedicineOverview overview, Admission stay)
    {
        if (stay.Start?.Day is not { } from || from.Year is < FirstYear or > LastYear || stay.End?.Day is { Year: < FirstYear or > LastYear })
        {
            throw new ArgumentException("A difference needs the day on which the stay began.", nameof(stay));
        }
        var isOver = stay.End?.Day is not null;
        var until = stay.End?.Day ?? DayOf(overview.FetchedAt);
        var candidates = overview.All.Where(m => m.IsNotUnderstood || IsAboutUse(m)).ToList();
        var before = Judged(candidates, m => WasInUse(m, StartOf(from).AddTicks(-1), StartOf(from)));
        var after = Judged(candidates, m => IsAgreedFor(m, stay) ? true : WasInUse(m, EndOf(until), isOver ? StartOf(until.AddDays(1)) : overview.FetchedAt));
        var left = candidates.Where(m => before[m] == true).ToList();
        var right = candidates.Where(m => after[m] == true).ToList();
        return new()
        {
            AtAdmission = left,
            AtDischarge = right,
            Changes = Between(left, right, [.. overview.All.Where(m => m.IsStop)]),
            // On neither side for sure, and on one of them perhaps.
            NotCompared = [.. candidates.Where(m => before[m] != true && after[m] != true && (before[m] is null || after[m] is null))],
            IsStillAdmitted = !isOver,
            MayMissSome = overview.MayMissSome,
        };
    }

    /// <summary>Every medicine of both lists stands in exactly one change.</summary>
    public static IReadOnlyList<MedicineChange> Between(IReadOnlyList<Medicine> before, IReadOnlyList<Medicine> after, IReadOnlyList<Medicine> stops)
    {
        var left = before.ToList();
        var right = after.ToList();
        var changes = new List<MedicineChange>();
        Match(left, right, changes, m => m.Treatment is { } t ? [$"{m.Kind}|{t}"] : [], "Gekoppeld op de behandeling", (_, _) => true);
        Match(left, right, changes, m => m.Products.Select(p => $"{m.Kind}|{p}"), "Gekoppeld op de code van het middel", MayBeOne);
        Match(left, right, changes, m => m.IsNameUnknown ? [] : [$"{m.Kind}|{m.Name.Trim().ToUpperInvariant()}"], "Gekoppeld op de naam van het middel", MayBeOne);
        changes.AddRange(left.Select(m => Alone(m, after, MedicineChangeKind.Stopped, stops)));
        changes.AddRange(right.Select(m => Alone(m, before, MedicineChangeKind.New, stops)));
        return [.. changes.OrderBy(c => c.Kind)];
    }

    private static Dictionary<Medicine, bool?> Judged(List<Medicine> medicines, Func<Medicine, bool?> judge)
    {
        // Two records that read alike are two all the same.
        var judged = new Dictionary<Medicine, bool?>(ReferenceEqualityComparer.Instance);
        foreach (var medicine in medicines)
        {
            judged[medicine] = judge(medicine);
        }
        return judged;
    }

    /// <summary>Takes from both lists what shares a key, in groups; one against one is a pair, all else is uncertain.</summary>
    private static void Match(
        List<Medicine> left, List<Medicine> right, List<MedicineChange> changes, Func<Medicine, IEnumerable<string>> keys, string by, Func<Medicine, Medicine, bool> mayBeOne)
    {
        foreach (var group in MedicineGroups.Of([.. left.Union(right, ReferenceEqualityComparer.Instance).Cast<Medicine>()], keys))
        {
            var (was, now) = (left.FindAll(group.Contains), right.FindAll(group.Contains));
            if (was.Count == 0 || now.Count == 0)
            {
                continue;
            }
            left.RemoveAll(group.Contains);
            right.RemoveAll(group.Contains);
            changes.Add((was, now) switch
            {
                ([var old], [var present]) when mayBeOne(old, present) => Pair(old, present, by),
                ([_], [_]) => new(MedicineChangeKind.Uncertain, was, now, "Niet zeker te koppelen: hetzelfde middel in een andere behandeling"),
                _ => new(MedicineChangeKind.Uncertain, was, now, Several),
            });
        }
    }

    /// <summary>Two treatments with a name of their own are not one because the product is the same.</summary>
    private static bool MayBeOne(Medicine old, Medicine present) => old.Treatment is null || present.Treatment is null || old.Treatment == present.Treatment;

    private static MedicineChange Pair(Medicine old, Medicine present, string by)
    {
        if (old.IsDosageUnsafe || present.IsDosageUnsafe || old.IsNameUnknown || present.IsNameUnknown)
        {
            return old.Source == present.Source
                ? new(MedicineChangeKind.Unchanged, [old], [present], "Hetzelfde in het EPD")
                : new(MedicineChangeKind.Uncertain, [old], [present], $"{by}, maar wat er staat is niet te vergelijken");
        }
        var isAlike = old.Name == present.Name && old.Dosage == present.Dosage && old.PatientInstruction == present.PatientInstruction && old.Cycle == present.Cycle;
        return new(isAlike ? MedicineChangeKind.Unchanged : MedicineChangeKind.Changed, [old], [present], by);
    }

    /// <summary>Only on one side. Not for sure when the other side has the same product or treatment in another kind of record, or a product nobody knows.</summary>
    private static MedicineChange Alone(Medicine medicine, IReadOnlyList<Medicine> others, MedicineChangeKind kind, IReadOnlyList<Medicine> stops)
    {
        var why = others.FirstOrDefault(o => IsAkin(o, medicine)) is { } akin
            ? $"Niet zeker te koppelen: aan de andere kant staat een {akin.Kind.Text().ToLowerInvariant()} van hetzelfde middel of dezelfde behandeling"
            : medicine.IsNameUnknown || others.Any(o => o.IsNameUnknown) ? "Niet zeker te koppelen: van een middel is de naam onbekend" : null;
        var stop = kind is MedicineChangeKind.Stopped && medicine.Treatment is { } treatment
            ? stops.FirstOrDefault(s => s.Treatment == treatment && s.Kind == medicine.Kind) : null;
        MedicineChangeKind told = why is null ? kind : MedicineChangeKind.Uncertain;
        why ??= kind is MedicineChangeKind.New ? "Niet gevonden vóór de opname" : "Niet gevonden na de opname";
        return kind is MedicineChangeKind.New ? new(told, [], [medicine], why) : new(told, [medicine], [], why, stop);
    }

    private static bool IsAkin(Medicine one, Medicine other) =>
        (one.Treatment is not null && one.Treatment == other.Treatment)
        || one.Products.Intersect(other.Products, StringComparer.Ordinal).Any()
        || (!one.IsNameUnknown && !other.IsNameUnknown && string.Equals(one.Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Supplies and administrations tell what was handed out, not what is to be used; a stop is no use.</summary>
    private static bool IsAboutUse(Medicine medicine) =>
        !medicine.IsStop
        && medicine.Kind is not (MedicineKind.Supply or MedicineKind.SupplyRequest or MedicineKind.Administration)
        && medicine.State is not (MedicineState.DoNotGive or MedicineState.Proposed or MedicineState.Cancelled or MedicineState.NotTaken
            or MedicineState.ToSupply or MedicineState.Supplied or MedicineState.NotSupplied);

    private static bool? WasInUse(Medicine medicine, DateTimeOffset begunBy, DateTimeOffset lastsTo)
    {
        if (medicine.IsNotUnderstood)
        {
            return null;
        }
        var covers = medicine.Span.Covers(begunBy, lastsTo);
        // Of what is put off or not said to be in use, a period that runs does not tell that it was taken.
        return covers == true && medicine.State is MedicineState.Interrupted or MedicineState.Unknown ? null : covers;
    }

    private static bool IsAgreedFor(Medicine medicine, Admission stay) =>
        medicine is { IsForDischarge: true, IsNotUnderstood: false, EncounterId: { } id } && stay.EncounterIds.Contains(id)
        && medicine.State is not (MedicineState.Stopped or MedicineState.Ended);

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Periods.Zone).DateTime);

    private static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new(midnight, Periods.Zone.GetUtcOffset(midnight));
    }

    private static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1)).AddTicks(-1);
}
