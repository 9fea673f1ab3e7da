using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Fhir;
using ZorgverlenersPortaal.Tests.Dossier.Sections;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>Which version of a resource was in force at a moment, and when that cannot be told (docs/adr/0036).</summary>
public sealed class VersionAtTests
{
    private static readonly DateTimeOffset _base = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly EpdQuery _asked = EpdQuery.History("Consent", "c1");

    [Fact]
    public void Of_AnyHistoryAndMoment_IsTheNewestOfThoseStoredByThen() =>
        Prop.ForAll(
            Gen.Choose(0, 1000).ListOf().Where(list => list.Count > 0).ToArbitrary(), Gen.Choose(-1, 1001).ToArbitrary(),
            (minutes, at) =>
            {
                // In no order at all: a server may list them as it likes.
                List<int> distinct = [.. minutes.Distinct()];
                var found = At([.. distinct.Select(m => (m, m))], current: distinct[0], at);
                List<int> before = [.. distinct.Where(m => m <= at)];
                return !found.IsUnclear && found.Resource?.VersionId == (before.Count == 0 ? null : Number(before.Max()));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_TwoStoredAtOnce_IsTheOneListedFirst() => Assert.Equal("2", At([(2, 10), (1, 10)], current: 2, 10).Resource!.VersionId);

    [Fact]
    public void Of_HistoryWithoutTheVersionOfNow_CannotBeTold() => Assert.True(At([(1, 10), (2, 20)], current: 3, 15).IsUnclear);

    [Theory]
    [InlineData("cut")]
    [InlineData("stranger")]
    [InlineData("deleted")]
    [InlineData("other id")]
    [InlineData("day only")]
    [InlineData("no version")]
    [InlineData("no current")]
    public void R10_HistoryThatIsNotWhole_CannotBeTold(string how)
    {
        List<Resource> versions = [Version(1, 10), Version(2, 20)];
        var answer = new EpdAnswer { Resources = versions, FetchedAt = _base };
        answer = how switch
        {
            "cut" => answer with { IsCut = true },
            "stranger" => answer with { Strangers = ["Consent/c1/3"] },
            "deleted" => answer with { Warnings = 1 },
            "other id" => answer with { Resources = [.. versions, Some.Consent("c2").Version("9", Stamp(5)).As()] },
            "day only" => answer with { Resources = [.. versions, Some.Consent().Version("9", "2026-01-01").As()] },
            "no version" => answer with { Resources = [.. versions, Some.Consent().With(c => c.Remove("meta")).As()] },
            _ => answer,
        };
        var found = VersionAt.Of(answer, _asked, how == "no current" ? null : "2", _base.AddMinutes(15));
        Assert.True(found.IsUnclear);
        Assert.Null(found.Resource);
        Assert.Equal(answer.Strangers, found.Strangers);
    }

    private static VersionAt At(IReadOnlyList<(int Number, int Minute)> versions, int current, int moment) => VersionAt.Of(
        new() { Resources = [.. versions.Select(v => Version(v.Number, v.Minute))], FetchedAt = _base }, _asked, Number(current), _base.AddMinutes(moment));

    private static Resource Version(int number, int minute) => Some.Consent().Version(Number(number), Stamp(minute)).As();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Stamp(int minute) => _base.AddMinutes(minute).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
