using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace ZorgverlenersPortaal.Benchmarks.Load;

/// <summary>Many signed-in doctors with time to think, for <c>ops/bench load</c>; prints name and value a line.</summary>
internal static class LoadFigures
{
    private const int Streams = 4;
    private const int AtOnce = 32;
    private static readonly TimeSpan _think = TimeSpan.FromSeconds(30);

    /// <summary>Accounts and FHIR for this many doctors with patients, and accounts for more without.</summary>
    public static void Prepare(string folder, int doctors, int accounts)
    {
        LoadTown.WriteAccounts(Path.Combine(folder, "accounts.csv"), accounts);
        LoadTown.WriteHospital(Path.Combine(folder, "fhir"), doctors, TimeProvider.System.GetUtcNow());
    }

    /// <summary>The storm of sign-ins, the steady day, the day with letters beside it; <paramref name="pid"/> is the portal's process.</summary>
    public static async Task PrintAsync(Uri portal, string certificates, int doctors, int accounts, int seconds, int pid)
    {
        var times = new LoadTimes();
        LoadTimes.Say("memory_mb_at_start", Memory(pid));
        var all = Doctors(portal, certificates, doctors, times);
        var started = Stopwatch.GetTimestamp();
        await AllAsync(all[..100], doctor => doctor.SignInAsync());
        var hundred = Memory(pid);
        await AllAsync(all[100..], doctor => doctor.SignInAsync());
        LoadTimes.Say("storm_signins_per_second", doctors / Stopwatch.GetElapsedTime(started).TotalSeconds);
        times.Print("storm");
        LoadTimes.Say("memory_mb_100_sessions", hundred);
        LoadTimes.Say($"memory_mb_{doctors}_sessions", Memory(pid));

        await DayAsync(all, seconds, _ => Task.CompletedTask);
        times.Print("day");
        await DayAsync(all[Streams..], seconds, stop => Task.WhenAll(all[..Streams].Select(doctor => doctor.StreamAsync(stop))));
        times.Print("with_letters");
        LoadTimes.Say("memory_mb_after_the_day", Memory(pid));
        all.ForEach(doctor => doctor.Dispose());

        // Their sessions stay, their connections go.
        using var server = Server(certificates);
        await AllAsync(Enumerable.Range(doctors, accounts - doctors), async number =>
        {
            using var card = Card(certificates, number);
            using var doctor = new LoadDoctor(portal, server, card, number, times);
            return await doctor.SignInAsync();
        });
        times.Print("more");
        LoadTimes.Say($"memory_mb_{accounts}_sessions", Memory(pid));
    }

    /// <summary>The same doctors and pauses before bare Kestrel and YARP, that pass one search on.</summary>
    public static async Task PrintBareAsync(Uri bare, string certificates, int doctors, int seconds)
    {
        var times = new LoadTimes();
        var all = Doctors(bare, certificates, doctors, times);
        using var day = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(all.Select(async (doctor, number) =>
        {
            for (var i = 0; !day.IsCancellationRequested; i++)
            {
                await doctor.BareAsync(string.Create(CultureInfo.InvariantCulture, $"/fhir/Condition?patient=load-{number * 2}"));
                await Task.Delay(_think * (0.5 + (((number * 7) + i) % 10 / 10.0)), CancellationToken.None).WaitAsync(day.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }));
        times.Print("bare");
        all.ForEach(doctor => doctor.Dispose());
    }

    private static async Task DayAsync(List<LoadDoctor> doctors, int seconds, Func<CancellationToken, Task> beside)
    {
        using var day = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(doctors.Select(doctor => doctor.WorkAsync(_think, day.Token)).Append(beside(day.Token)));
    }

    private static List<LoadDoctor> Doctors(Uri portal, string certificates, int count, LoadTimes times)
    {
        var server = Server(certificates);
        return [.. Enumerable.Range(0, count).Select(number => new LoadDoctor(portal, server, Card(certificates, number), number, times))];
    }

    private static X509Certificate2 Server(string certificates) => X509CertificateLoader.LoadCertificateFromFile(Path.Combine(certificates, "server.crt"));

    private static X509Certificate2 Card(string certificates, int number)
    {
        using var template = X509Certificate2.CreateFromPemFile(Path.Combine(certificates, "huisarts.crt"), Path.Combine(certificates, "huisarts.key"));
        var authority = Path.Combine(certificates, "ca", "zorgverlener");
        using var signer = X509Certificate2.CreateFromPemFile(Path.Combine(authority, "ca.crt"), Path.Combine(authority, "ca.key"));
        return LoadTown.Card(template, signer, number);
    }

    private static Task AllAsync<T>(IEnumerable<T> of, Func<T, Task<bool>> act) =>
        Parallel.ForEachAsync(of, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await act(one));

    /// <summary>MB of memory of its own (PSS, which shares what is shared).</summary>
    private static double Memory(int pid) => File.ReadLines($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .First();
}
