using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Uzi;

[Collection(IndependentPki.Collection)]
public sealed class IndependentPkiTests(IndependentPki pki)
{
    /// <summary>Good cards that the manifest denies and the account decides: an employee goes in with a staff account only.</summary>
    private static readonly string[] _byAccount = ["unknown", "blocked", "emp-n"];

    [IndependentPkiFact]
    public void Judge_All73Cards_AsTheManifestSays()
    {
        Assert.Equal(73, pki.Manifest.Count);
        var wrong = pki.Manifest.Select(row => (Name: row.Key, Expected: row.Value || _byAccount.Contains(row.Key), Verdict: pki.Judge(row.Key)))
            .Where(judged => judged.Expected != judged.Verdict.Accepted)
            .Select(judged => $"{judged.Name}: {judged.Verdict.Refusal} {judged.Verdict.Detail}");

        Assert.Empty(wrong);
    }

    [IndependentPkiFact]
    public void JudgeRunning_EveryAcceptedCard_MayGoOn()
    {
        var judgement = new UziJudgement(pki.Trust, pki.Store, TimeProvider.System);

        foreach (var name in pki.Manifest.Where(row => row.Value).Select(row => row.Key))
        {
            Assert.Null(judgement.JudgeRunning(pki.Judge(name).Identity!));
        }
    }

    [IndependentPkiFact]
    public void H136_Add_HostileLists_AreRefusedAndTheLastGoodStays()
    {
        var before = pki.Store.Status().Select(list => (list.Issuer, list.Number)).ToList();
        var refusals = Directory.GetFiles(pki.At("crl-bad")).Order(StringComparer.Ordinal)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => pki.Store.Add(File.ReadAllBytes(file), pki.Trust.Authorities).Refusal);

        Assert.Equal(
            new Dictionary<string, CrlRefusal?>
            {
                ["empty"] = CrlRefusal.Malformed,
                ["expired"] = CrlRefusal.Expired,
                ["forged"] = CrlRefusal.BadSignature,
                ["future"] = CrlRefusal.NotYetIssued,
                ["html"] = CrlRefusal.Malformed,
                ["truncated"] = CrlRefusal.Malformed,
            },
            refusals);
        Assert.Equal(before, pki.Store.Status().Select(list => (list.Issuer, list.Number)));
    }

    [IndependentPkiFact]
    public async Task H139_Ask_OpenSslResponder_SaysGoodRevokedAndUnknown()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.Answer = AnswerWithOpenSslAsync;
        using var client = new OcspClient(server.Address, pki.Store, TimeProvider.System);
        var issuer = pki.Trust.Intermediates.First(ca => ca.Subject.Contains("Zorgverlener CA G3", StringComparison.Ordinal));

        async Task<OcspAnswer> AskAsync(string serial) => await client.AskAsync(new(issuer, serial), CancellationToken.None);

        Assert.Equal(RevocationVerdict.Good, (await AskAsync(pki.Card("gp").SerialNumber)).Verdict);
        Assert.Equal(RevocationVerdict.Revoked, (await AskAsync(pki.Card("revoked").SerialNumber)).Verdict);
        Assert.Equal(RevocationVerdict.Revoked, (await AskAsync(pki.Card("onhold").SerialNumber)).Verdict);
        Assert.Contains("does not know", (await AskAsync("01")).Detail, StringComparison.Ordinal);
    }

    private async Task AnswerWithOpenSslAsync(HttpContext context)
    {
        var folder = Directory.CreateTempSubdirectory("zvp-ocsp-").FullName;
        var (question, answer) = (Path.Combine(folder, "question"), Path.Combine(folder, "answer"));
        await using (var file = File.Create(question))
        {
            await context.Request.Body.CopyToAsync(file);
        }

        string Ca(params string[] parts) => pki.At(["ca", "zorg", .. parts]);
        using var process = Process.Start(new ProcessStartInfo("openssl",
            [
                "ocsp", "-index", Ca("db", "index.txt"), "-rsigner", Ca("ocsp.crt"), "-rkey", Ca("ocsp.key"), "-CA", Ca("ca.crt"),
                "-reqin", question, "-respout", answer, "-nmin", "60",
            ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        await context.Response.Body.WriteAsync(await File.ReadAllBytesAsync(answer));
        Directory.Delete(folder, recursive: true);
    }
}
