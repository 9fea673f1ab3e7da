using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Leaks;

/// <summary>H077: who tries addresses one after the other is told so and stands in the trail; what a doctor may see stays open all the while.</summary>
public sealed class EnumerationTests : IAsyncLifetime
{
    private const int Limit = 60;
    private ScriptedEpd _epd = null!;
    private PortalHost _portal = null!;

    public async Task InitializeAsync()
    {
        _epd = await ScriptedEpd.StartAsync();
        _epd.Has(
            Some.Practitioner("gp1", TestCards.Huisarts.Agb), Some.Practitioner("gp2", TestCards.Huisarts2.Agb), Some.Patient(), Some.Encounter(start: "2026-03-01T09:30:00+01:00"),
            Some.Patient("p2", "999900031", Some.Ref("Practitioner/gp2")));
        _portal = await PortalHost.StartAsync(_epd.Base, ("Access:RefusedLooks", Limit.ToString(CultureInfo.InvariantCulture)));
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _epd.DisposeAsync();
    }

    [Fact]
    public async Task H077_FiveHundredAddressesAMinute_AreAnswered429AndRecorded()
    {
        const int Tries = 500;
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());

        var answers = new List<int>();
        for (var i = 0; i < Tries; i += 10)
        {
            var handles = Enumerable.Range(0, 10).Select(_ => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(64))).ToList();
            answers.AddRange((await Task.WhenAll(handles.Select(handle => doctor.GetAsync("/patient/" + handle)))).Select(answer => answer.Status));
        }

        Assert.Equal((Limit, Tries - Limit), (answers.Count(status => status == 404), answers.Count(status => status == 429)));
        Assert.Equal(Tries, _portal.Trail(AuditEventType.AccessDenied).Count);
        // At the 61st, 121st, ... 481st.
        var events = _portal.Trail(AuditEventType.TooManyRefusedLooks);
        Assert.Equal((Tries - 1) / Limit, events.Count);
        Assert.All(events, record => Assert.Equal((AuditOutcome.Refused, TestCards.Huisarts.UziNumber), (record.Outcome, record.Actor!.UziNumber)));
        Assert.Equal("refused looks: 61", events[^1].Detail);
    }

    [Fact]
    public async Task H077_WhatSheMaySee_StaysOpenAndNeverCounts()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        for (var i = 0; i < Limit; i++)
        {
            Assert.Equal(200, (await doctor.GetAsync(_portal.PatientPath("p1"))).Status);
        }
        Assert.Equal(Limit, (await RefusedAsync(doctor, Limit)).Count(answer => answer.Status == 404));
        var stopped = await doctor.GetAsync("/patient/x");
        Assert.Equal((429, "ZVP-N11"), (stopped.Status, stopped.Code));

        Assert.Equal(200, (await doctor.GetAsync(_portal.PatientPath("p1"))).Status);
        Assert.Equal(200, (await doctor.GetAsync("/patienten")).Status);
        // Another doctor has a count of her own.
        using var other = await _portal.SignInAsync(TestPki.Shared.Card(TestCards.Huisarts2));
        Assert.Equal(404, (await other.GetAsync("/patient/x")).Status);
    }

    [Fact]
    public async Task H077_R16_EveryRefusalLooksTheSame_BeforeTheLimitAndAfterIt()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        string[] paths = ["/patient/x", _portal.PatientPath("nobody"), _portal.PatientPath("p2"), _portal.LetterPath("p1", "nothing"), _portal.LetterPath("p2", "nothing")];
        foreach (var path in paths)
        {
            Assert.Equal((404, "ZVP-N05"), await AnswerAsync(doctor, path));
        }

        await RefusedAsync(doctor, Limit);

        foreach (var path in paths)
        {
            Assert.Equal((429, "ZVP-N11"), await AnswerAsync(doctor, path));
        }
    }

    [Fact]
    public async Task H077_AnotherSessionOfTheSameDoctor_GainsNothingAndTimeForgets()
    {
        using var doctor = await _portal.SignInAsync(TestPki.Shared.Card());
        await RefusedAsync(doctor, Limit);
        using var again = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(429, (await again.GetAsync("/patient/x")).Status);

        _portal.Clock.Advance(TimeSpan.FromMinutes(15));

        using var later = await _portal.SignInAsync(TestPki.Shared.Card());
        Assert.Equal(404, (await later.GetAsync("/patient/x")).Status);
    }

    private static async Task<IReadOnlyList<PortalAnswer>> RefusedAsync(PortalClient client, int times)
    {
        var answers = new List<PortalAnswer>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await client.GetAsync(FormattableString.Invariant($"/patient/handle{i}")));
        }
        return answers;
    }

    private static async Task<(int, string?)> AnswerAsync(PortalClient client, string path)
    {
        var answer = await client.GetAsync(path);
        return (answer.Status, answer.Code);
    }
}
