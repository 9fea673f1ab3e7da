using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using ZorgverlenersPortaal.Portal.Settings;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Benchmarks;

/// <summary>The parts of a sign-in one by one, in CPU time of this thread's process: <c>name value</c> per line, for ops/bench.</summary>
internal static class SignInFigures
{
    /// <summary>Nanoseconds and bytes per call, the median of several runs.</summary>
    public static void Print(string cardFile)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        using var card = X509CertificateLoader.LoadCertificateFromFile(cardFile);
        var store = JudgedServer.Store(settings);
        var judgement = new UziJudgement(settings.Trust, store, TimeProvider.System);
        if (!judgement.Judge(card).Accepted)
        {
            throw new InvalidOperationException($"{cardFile} is not accepted: {judgement.Judge(card).Detail}");
        }

        var issuer = settings.Trust.CardIssuers.First(ca => ca.SubjectName.RawData.AsSpan().SequenceEqual(card.IssuerName.RawData));
        var above = settings.Trust.Authorities.First(ca => ca.SubjectName.RawData.AsSpan().SequenceEqual(issuer.IssuerName.RawData));
        var san = card.Extensions.First(extension => extension.Oid!.Value == "2.5.29.17").RawData;
        Print("san_parse", () => UziSubjectAlternativeName.Read(san), 20_000);
        // Three look-ups a sign-in: the card and the two CAs above it.
        Print("revocation", () => (store.Check(card, issuer), store.Check(issuer, above), store.Check(above, above)), 2_000);
        Print("judgement", () => judgement.Judge(card), 500);
    }

    private static void Print<T>(string name, Func<T> act, int times)
    {
        var runs = Enumerable.Range(0, 9).Select(_ => Run(act, times)).OrderBy(run => run.Nanoseconds).ToList();
        var (nanoseconds, bytes) = runs[runs.Count / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}_ns {nanoseconds:F0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}_bytes {bytes:F0}"));
    }

    private static (double Nanoseconds, double Bytes) Run<T>(Func<T> act, int times)
    {
        using var self = Process.GetCurrentProcess();
        var (before, allocated) = (self.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < times; i++)
        {
            GC.KeepAlive(act());
        }

        self.Refresh();
        return ((self.TotalProcessorTime - before).TotalNanoseconds / times, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)times);
    }
}
