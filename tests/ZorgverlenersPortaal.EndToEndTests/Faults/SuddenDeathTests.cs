using System.Net;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Faults;

/// <summary>kill -9 in the middle of use: what was shown is in the trail, and the chain goes on.</summary>
public sealed class SuddenDeathTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task R2_H127_H128_KilledWhileDoctorsRead_ChainIsWholeAndHoldsWhatWasShown()
    {
        var shown = 0;
        for (var life = 0; life < 3; life++)
        {
            using var client = _site.Portal.Client("huisarts");
            var patients = await client.PatientsAsync();
            shown++;
            var reading = Task.WhenAll(Enumerable.Range(0, 4).Select(reader => ReadAsync(client, patients, reader)));
            await Until.HoldsAsync(() => reading.IsCompleted || Volatile.Read(ref _opened) > (life + 1) * 5, "a few patients to be read");
            await _site.Portal.KillAsync();
            await reading;
            await _site.Portal.StartAsync();
        }

        var report = await _site.Portal.CommandAsync(["audit", "verify"]);
        var verdict = report.Last();
        Assert.StartsWith("INTACT ", verdict, StringComparison.Ordinal);
        var records = int.Parse(verdict.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        // A list is one record, a patient's page a banner and at least one section; two accounts were added.
        Assert.InRange(records, shown + (2 * _opened) + 2, int.MaxValue);

        using var after = _site.Portal.Client("huisarts");
        var (status, _) = await after.PageAsync((await after.PatientsAsync())[0]);
        Assert.Equal(HttpStatusCode.OK, status);
    }

    private int _opened;

    private async Task ReadAsync(CardClient client, IReadOnlyList<string> patients, int start)
    {
        for (var at = start; at < start + 200; at++)
        {
            try
            {
                var (status, _) = await client.PageAsync(patients[at % patients.Count]);
                if (status != HttpStatusCode.OK)
                {
                    return;
                }
                Interlocked.Increment(ref _opened);
            }
            catch (HttpRequestException)
            {
                // The portal was killed; that is the point.
                return;
            }
        }
    }
}
