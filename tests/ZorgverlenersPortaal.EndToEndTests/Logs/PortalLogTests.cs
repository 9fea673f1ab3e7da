using System.Net;
using ZorgverlenersPortaal.EndToEndTests.Hosting;

namespace ZorgverlenersPortaal.EndToEndTests.Logs;

/// <summary>What every portal of this run wrote to stdout and stderr, judged when all other tests are done.</summary>
[Collection(LastGroup.Name)]
public sealed class PortalLogTests : IAsyncLifetime
{
    private readonly Site _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task R6_EverythingUsedAndBroken_NoLineNamesAPatient()
    {
        await UseEverythingAsync();
        foreach (var fault in (string[])["down503", "status:429", "html200", "outcome200", "truncate", "stranger", "wrongbinary", "fakepdf"])
        {
            await _site.Hospital.FaultAsync(fault);
            await UseEverythingAsync();
        }
        await _site.Hospital.FaultAsync("none");

        var patients = await _site.Hospital.PatientsAsync();
        var lines = PortalLogs.Lines.ToList();
        Assert.Contains(lines, line => line.Contains("patient/{handle}", StringComparison.Ordinal));
        var forbidden = patients.Select(p => p.Bsn)
            .Concat(patients.Select(p => p.Name).Where(name => name.Length > 0))
            .Concat(patients.Select(p => Surname(p.Name)).Where(name => name.Length > 3))
            .Where(text => text.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.InRange(forbidden.Count, 400, int.MaxValue);
        var leaks = forbidden.SelectMany(text => lines.Where(line => Holds(line, text)).Take(1).Select(line => $"{text}: {line}")).ToList();
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    /// <summary>List, every patient, every letter, and addresses that nobody may open; whatever the EPD makes of it.</summary>
    private async Task UseEverythingAsync()
    {
        using var client = _site.Portal.Client("huisarts");
        var (_, list) = await client.PageAsync("/");
        var patients = list.QuerySelectorAll("a.zvp-hit__link").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var patient in patients)
        {
            var (_, page) = await client.PageAsync(patient);
            foreach (var letter in page.QuerySelectorAll("a[href*='/brief/']").Select(link => link.GetAttribute("href")!))
            {
                using var answer = await client.TryAsync(letter);
            }
        }
        var (status, _) = await client.PageAsync("/patient/999990019");
        Assert.Equal(HttpStatusCode.NotFound, status);
        using var stranger = _site.Portal.Client("onbekend");
        var (refused, _) = await stranger.PageAsync("/");
        Assert.Equal(HttpStatusCode.Forbidden, refused);
    }

    private static string Surname(string name) => name.Split(' ')[^1].Trim('.');

    /// <summary>As a word of its own: "Berg" is not in "Bergings".</summary>
    private static bool Holds(string line, string text)
    {
        for (var at = line.IndexOf(text, StringComparison.Ordinal); at >= 0; at = line.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var (before, after) = (at == 0 ? ' ' : line[at - 1], at + text.Length == line.Length ? ' ' : line[at + text.Length]);
            if (!char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after))
            {
                return true;
            }
        }
        return false;
    }
}
