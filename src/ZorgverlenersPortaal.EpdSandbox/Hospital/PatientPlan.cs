namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Deals out the patients: how many are admitted, discharged or only seen, by whom they are sent, where they lie.
/// </summary>
internal sealed class PatientPlan(
    HospitalRegister register,
    IReadOnlyList<Practice> practices,
    IReadOnlyList<Ward> wards,
    int count)
{
    // Ages are counted back from a fixed year, so that a person keeps the birth date whatever the day the hospital is
    // made.
    private const int AgeYear = 2026;
    private readonly Doctor _linde = practices[0].Doctors[0];
    private readonly Doctor _ozturk = practices[1].Doctors[0];
    private readonly Doctor[] _gps = [.. practices.SkipLast(2).SelectMany(practice => practice.Doctors)];

    public IReadOnlyList<SyntheticPatient> Make()
    {
        var bsns = BsnList.All().Take(count).ToArray();
        var order = register.Dice.For("order").Shuffled(count);
        return [.. order.Select(number => Patient(number, bsns[number]))];
    }

    private SyntheticPatient Patient(int number, string bsn)
    {
        var dice = register.Dice.For("patient" + number);
        var woman = dice.Chance(52);
        var (stay, rank) = Stay(number);
        var (gps, style) = Gps(dice, stay, rank);
        var (start, end) = Times(dice, stay, rank);
        return new SyntheticPatient(number + 1, bsn, Names.Any(dice, woman), woman, BirthDate(dice, stay, gps[0]))
        {
            Stay = stay,
            Rank = rank,
            Gps = gps,
            GpStyle = style,
            Ward = wards[number % wards.Count],
            Room = dice.Between(1, Ward.Rooms),
            Start = start,
            End = end,
        };
    }

    private (StayKind, int) Stay(int number)
    {
        var rank = number;
        foreach (
            var (kind, size) in new[]
            {
                (StayKind.Admitted, Math.Max(count / 10, 12)),
                (StayKind.DischargedRecently, Math.Max(count * 8 / 100, 7)),
                (StayKind.Planned, Math.Max(count / 50, 1)),
                (StayKind.DischargedBefore, count * 15 / 100),
            })
        {
            if (rank < size)
            {
                return (kind, rank);
            }

            rank -= size;
        }

        return (StayKind.Outpatient, rank);
    }

    // The first ranks are promised to the doctors of the development cards; README.md names them.
    private (IReadOnlyList<Doctor>, GpStyle) Gps(Dice dice, StayKind stay, int rank) =>
        (stay, rank) switch
        {
            (StayKind.Admitted, <= 3) => ([_linde], GpStyle.Role),
            (StayKind.Admitted, 4) => ([_linde], GpStyle.Practitioner),
            (StayKind.Admitted, 5) => ([_linde], GpStyle.Identifier),
            (StayKind.Admitted, <= 8) => ([_ozturk], GpStyle.Role),
            (StayKind.Admitted, 9) => ([practices[^2].Doctors[0]], GpStyle.Role),
            (StayKind.Admitted, 10) => ([practices[^1].Doctors[0]], GpStyle.Role),
            (StayKind.Admitted, 11) => ([_gps[^1], _linde], GpStyle.Role),
            (StayKind.Admitted, 12) => ([practices[2].Doctors[0]], GpStyle.Role),
            (StayKind.Admitted, 17) => ([practices[2].Doctors[1]], GpStyle.Role),
            (StayKind.DischargedRecently, <= 4) => ([_linde], GpStyle.Role),
            (StayKind.DischargedRecently, <= 6) => ([_ozturk], GpStyle.Role),
            (StayKind.Planned, 0) => ([_linde], GpStyle.Role),
            (StayKind.Outpatient, <= 3) => ([_linde], GpStyle.Role),
            _ => Any(dice),
        };

    private (IReadOnlyList<Doctor>, GpStyle) Any(Dice dice)
    {
        var style = dice.Next(100) switch
        {
            < 82 => GpStyle.Role,
            < 91 => GpStyle.Practitioner,
            < 97 => GpStyle.Identifier,
            _ => GpStyle.Organization,
        };
        var first = dice.Chance(3) ? practices[^2].Doctors[0] : dice.Pick(_gps);
        return dice.Chance(4) ? ([first, dice.Pick(_gps)], style) : ([first], style);
    }

    private (DateTimeOffset, DateTimeOffset?) Times(Dice dice, StayKind stay, int rank)
    {
        var calendar = register.Calendar;
        var (hour, minute, days) = (dice.Between(7, 22), dice.Next(12) * 5, dice.Between(1, 12));
        // Two of the first stays began today, so that the list of a doctor shows one.
        var since = rank is 1 or 7 ? 0 : dice.Next(16);
        var ago = stay == StayKind.DischargedRecently ? Math.Min(rank, dice.Next(14)) : dice.Between(15, 420);
        return stay switch
        {
            StayKind.Admitted => (calendar.Ago(since, hour, minute), null),
            StayKind.DischargedRecently or StayKind.DischargedBefore => (
                calendar.Ago(ago + days, hour, minute),
                calendar.Ago(ago, dice.Between(9, 16), minute)),
            StayKind.Planned => (calendar.Ahead(dice.Between(1, 20), dice.Between(7, 10)), null),
            StayKind.Outpatient => (calendar.Ago(ago, hour, minute), null),
        };
    }

    private static DateOnly BirthDate(Dice dice, StayKind stay, Doctor gp)
    {
        var age =
            gp.Role.Code is "01.047" ? dice.Between(80, 97)
            : gp.Role.Code is "01.056" ? dice.Between(22, 61)
            : stay is StayKind.Outpatient or StayKind.Planned ? dice.Between(1, 90)
            : dice.Between(35, 96);
        return new DateOnly(AgeYear - age, dice.Between(1, 12), dice.Between(1, 28));
    }
}
