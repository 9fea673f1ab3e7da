using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Portal.Pages.Patient;

namespace ZorgverlenersPortaal.Tests.Portal.Pages.Patient;

public sealed class ChartGeometryTests
{
    private static readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(DateTimeOffset At, double Number)[]> _values =
        from count in Gen.Choose(2, 12)
        from values in Gen.ArrayOf(Value(), count)
        select values;

    [Fact]
    public void Of_AnyValues_StandInTheFieldInTheirOrder() => ForAll((field, values) =>
    {
        var ups = values.OrderBy(v => v.Number).Select(v => field.Y(v.Number)).ToList();
        var rights = values.OrderBy(v => v.At).Select(v => field.X(v.At)).ToList();
        return ups.Zip(ups.Skip(1)).All(pair => pair.Second <= pair.First + 1e-6)
            && rights.Zip(rights.Skip(1)).All(pair => pair.Second >= pair.First - 1e-6)
            && ups.TrueForAll(y => y >= ChartGeometry.Top - 1e-6 && y <= ChartGeometry.Bottom + 1e-6)
            && Math.Abs(rights[0] - field.Left) < 1e-6 && Math.Abs(rights[^1] - ChartGeometry.Right) < 1e-6;
    });

    [Fact]
    public void R11_X_IsTheTrueDistanceInTime() => ForAll((field, values) =>
    {
        var (first, last) = (values.Min(v => v.At), values.Max(v => v.At));
        return values.All(v => Math.Abs((field.X(v.At) - field.Left) / (ChartGeometry.Right - field.Left) - (v.At - first) / (last - first)) < 1e-9);
    });

    [Fact]
    public void R11_Levels_StandWhereTheirNumberStands_AndHoldAllValues() => ForAll((field, values) =>
        field.Levels.Count is >= 2 and <= 8
        && field.Levels.All(level => double.Parse(level.ToString("F" + field.Decimals, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == level)
        && Math.Abs(field.Y(field.Levels[0]) - ChartGeometry.Bottom) < 1e-3 && Math.Abs(field.Y(field.Levels[^1]) - ChartGeometry.Top) < 1e-3
        && field.Left < ChartGeometry.Right / 2);

    [Theory]
    [InlineData(1e300, 2)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1e-9, 2e-9)]
    public void R11_Of_NumbersThatNoScaleCanShow_IsNoChart(double first, double second) =>
        Assert.Null(ChartGeometry.Of([_start, _start.AddDays(1)], [first, second]));

    [Fact]
    public void R11_Of_OneMoment_IsNoChart() => Assert.Null(ChartGeometry.Of([_start, _start], [1, 2]));

    [Theory]
    [InlineData(0)]
    [InlineData(4.6)]
    [InlineData(-300)]
    public void Of_EqualNumbers_IsALevelLineInTheField(double number)
    {
        var field = ChartGeometry.Of([_start, _start.AddDays(1)], [number, number])!;

        Assert.InRange(field.Y(number), ChartGeometry.Top + 20, ChartGeometry.Bottom - 20);
    }

    private static Gen<(DateTimeOffset At, double Number)> Value() =>
        from minutes in Gen.Choose(0, 3_000_000)
        from digits in Gen.Choose(-99_999, 99_999)
        from scale in Gen.Elements(0.001, 0.01, 0.1, 1, 1000)
        select (_start.AddMinutes(minutes), Math.Round(digits * scale, 3));

    private static void ForAll(Func<ChartGeometry, (DateTimeOffset At, double Number)[], bool> holds) =>
        Prop.ForAll(Arb.From(_values), values =>
            ChartGeometry.Of([.. values.Select(v => v.At)], [.. values.Select(v => v.Number)]) is not { } field
                ? values.Select(v => v.At).Distinct().Count() == 1
                : holds(field, values)).QuickCheckThrowOnFailure();
}
