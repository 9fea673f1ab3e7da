using FsCheck;
using FsCheck.Fluent;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Explanations;
using static ZorgverlenersPortaal.Tests.Dossier.Explanations.SomeLooks;

namespace ZorgverlenersPortaal.Tests.Dossier.Explanations;

/// <summary>The sample can be drawn again, and nobody can foresee or steer it.</summary>
public sealed class ReviewSampleTests
{
    private const string Seed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    [Fact]
    public void Draw_InWhateverOrder_GivesTheSameAgain()
    {
        var all = Looks(200);
        Prop.ForAll(Gen.Shuffle(all).ToArbitrary(), shuffled => Draw(Seed, shuffled).SequenceEqual(Draw(Seed, all))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Draw_ByTheWrittenAlgorithm_GivesTheseRecords()
    {
        // HMAC-SHA256(seed, "a|n") worked out with another program.
        Assert.Equal([58, 133, 60, 42, 192], Draw(Seed, Looks(200)));
        Assert.NotEqual(Draw(Seed, Looks(200)), Draw(new string('0', 64), Looks(200)));
        Assert.Equal(200, Sample(Seed, Looks(200)).Population);
    }

    [Fact]
    public void Draw_OfFewerThanTheSize_GivesAll() => Assert.Equal(3, Draw(Seed, Looks(3)).Count);

    [Fact]
    public void Draw_DoctorsDay_TakesNoPart() => Assert.Equal(0, Sample(Seed, [.. Looks(3).Select(one => one with { Look = null })]).Population);

    [Fact]
    public void Seed_IsNewEachTime() => Assert.NotEqual(ReviewSample.NewSeed(), ReviewSample.NewSeed());

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    public void Seed_ThatIsNone_IsRefused(string seed) => Assert.Throws<FormatException>(() => new ReviewSample(seed, 5));

    private static ReviewedLook[] Looks(int count)
    {
        var look = Look(Record(AuditEventType.PatientOpened, Ten));
        DoctorDay day = new(Doctor, "A", null, Day, [], [], 0);
        return [.. Enumerable.Range(1, count).Select(i => new ReviewedLook(day, look with { First = new(Ten, "a", i) }, [], []))];
    }

    private static ReviewSample Sample(string seed, IEnumerable<ReviewedLook> looks)
    {
        ReviewSample sample = new(seed, 5);
        foreach (var look in looks)
        {
            sample.Add(look);
        }
        return sample;
    }

    private static List<long> Draw(string seed, IEnumerable<ReviewedLook> looks) => [.. Sample(seed, looks).Drawn.Select(one => one.Look!.First.Sequence)];
}
