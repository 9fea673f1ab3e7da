using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Faults;

/// <summary>A machine that has too little of something: pages may fail, nothing is shown unrecorded, and it passes by itself (H156).</summary>
public sealed class ShortageTests(HospitalFixture fixture) : IClassFixture<HospitalFixture>
{
    private const int Readers = 60;

    private int _shown;

    [Theory]
    [InlineData("memory", "DOTNET_GCHeapHardLimit", "0x5000000")]
    [InlineData("threads", "DOTNET_ThreadPool_ForceMaxWorkerThreads", "0x2")]
    public async Task H156_TooLittleFromTheStart_ServesOrRefusesAndRecordsWhatItShowed(string shortage, string variable, string value)
    {
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir, new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = value });
        await portal.AddAccountAsync("huisarts");
        using var doctor = portal.Client("huisarts");
        var patients = await doctor.PatientsAsync();
        _shown++;
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(at => ReadAsync(doctor, patients[at % patients.Count])));
        Assert.True(_shown > 1, "nothing was shown at all with too little of " + shortage);
        await WorksAgainAsync(portal, doctor, patients[0]);
    }

    [Fact]
    public async Task H156_MoreConnectionsThanFileHandles_ServesWhoIsInAndOthersAfterwardsInTheSameLife()
    {
        await using var portal = await Portal.StartAsync(fixture.Hospital.Fhir, handles: 1024);
        await portal.AddAccountAsync("huisarts");
        using var doctor = portal.Client("huisarts");
        var patients = await doctor.PatientsAsync();
        _shown++;
        List<TcpClient> flood = [];
        try
        {
            for (var i = 0; i < 1500; i++)
            {
                flood.Add(new TcpClient());
                await flood[^1].ConnectAsync(IPAddress.Loopback, portal.Origin.Port);
            }
            await Task.WhenAll(Enumerable.Range(0, 20).Select(at => ReadAsync(doctor, patients[at % patients.Count])));
            Assert.True(_shown > 1, "nothing was shown to who was in already");
        }
        finally
        {
            flood.ForEach(connection => connection.Dispose());
        }
        using var another = portal.Client("huisarts");
        await WorksAgainAsync(portal, another, (await another.PatientsAsync())[0]);
        Assert.Single(portal.Lines, line => line.Contains("Now listening on", StringComparison.Ordinal));
        Assert.Contains(portal.Lines, line => line.Contains("file handles allow 192 connections", StringComparison.Ordinal));
    }

    private async Task ReadAsync(CardClient doctor, string patient)
    {
        try
        {
            using var answer = await doctor.GetAsync(patient);
            await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Interlocked.Increment(ref _shown);
            }
            else
            {
                Assert.InRange((int)answer.StatusCode, 500, 503);
            }
        }
        catch (HttpRequestException)
        {
            // Broken off: nothing was answered.
        }
    }

    private async Task WorksAgainAsync(Portal portal, CardClient doctor, string patient)
    {
        await Until.FoundAsync(
            async () =>
            {
                var before = _shown;
                await ReadAsync(doctor, patient);
                return _shown > before ? patient : null;
            },
            "the record to open again");
        var report = await portal.CommandAsync(["audit", "verify"]);
        Assert.StartsWith("INTACT ", report.Last(), StringComparison.Ordinal);
        // A record and a section for each page that was shown, at the least.
        Assert.InRange(int.Parse(report.Last().Split(' ')[1], CultureInfo.InvariantCulture), 2 * (_shown - 1), int.MaxValue);
    }
}
