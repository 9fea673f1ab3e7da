using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>A small answer that unpacks to a very large one. What the whole program allocates is measured, so nothing runs beside it.</summary>
[Collection(Alone.Name)]
public sealed class EpdGzipBombTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync(o => o.MaximumBytes = 256 * 1024);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task H102_R9_GzipBomb_IsTooLargeWithoutUnpackingItAll()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.GzipBomb(megabytes: 256));
        var grant = await _dossier.GrantAsync();
        var before = GC.GetTotalAllocatedBytes();

        var failure = await Assert.ThrowsAsync<EpdException>(
            () => _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")), default));

        Assert.Equal(EpdFailure.TooLarge, failure.Failure);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64L * 1024 * 1024);
    }
}
