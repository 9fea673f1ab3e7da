using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>Every limit on paging ends in a list that says it is cut; pages that expired begin the search again, once (fhir.md §4.2).</summary>
public sealed class EpdPagingLimitsTests
{
    [Theory]
    [InlineData("pages", 3)]
    [InlineData("items", 4)]
    [InlineData("bytes", 2)]
    public async Task H093_R7_EndlessPages_StopAtTheLimitAndTheListIsCut(string limit, int pages)
    {
        await using var dossier = await TestDossier.StartWithPatientAsync(o =>
        {
            (o.MaximumPages, o.MaximumItems, o.MaximumSearchBytes) = limit switch
            {
                "pages" => (3, o.MaximumItems, o.MaximumSearchBytes),
                "items" => (1000, 4, o.MaximumSearchBytes),
                _ => (1000, o.MaximumItems, 1024),
            };
        });
        dossier.Epd.On("Condition", Endless(padding: 400));

        var answer = await SearchAsync(dossier);

        Assert.True(answer.IsCut);
        Assert.Equal(pages, dossier.Epd.Asked.Count(a => a.Type == "Condition"));
        Assert.Equal(pages, answer.Resources.Count);
    }

    [Fact]
    public async Task R7_FurtherPageHangs_WhatCameIsShownAndCut()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync(o => o.PagingSeconds = 2.25);
        dossier.Epd.On("Condition", Page("d1", "Condition?page=2"));
        dossier.Epd.On(a => a["page"] == "2", ScriptedAnswer.Hang());
        var searching = SearchAsync(dossier);
        await dossier.Clock.UntilTimerAsync(TimeSpan.FromSeconds(2.25));

        dossier.Clock.Advance(TimeSpan.FromSeconds(2.25));

        var answer = await searching;
        Assert.Equal(["d1"], answer.Resources.Select(r => r.Id));
        Assert.True(answer.IsCut);
    }

    public static TheoryData<string, ScriptedAnswer> Expired => new()
    {
        { "404", ScriptedAnswer.Status(404) },
        { "410", ScriptedAnswer.Status(410) },
        { "400 with Epic's code", ScriptedAnswer.Json(Some.Outcome("error", "processing", "4113"), 400) },
        { "200 with Epic's code", ScriptedAnswer.Json(Some.Outcome("error", "processing", "4113")) },
    };

    [Theory]
    [MemberData(nameof(Expired))]
    public async Task R7_PagesExpired_TheSearchBeginsAgainOnce(string how, ScriptedAnswer expired)
    {
        await using var dossier = await TestDossier.StartWithPatientAsync();
        dossier.Epd.On("Condition", Page("d1", "Condition?page=2"));
        dossier.Epd.On(a => a["page"] == "2", Page("d2"));
        dossier.Epd.Once("Condition", Page("old", "Paging?page=9"));
        dossier.Epd.On("Paging", expired);

        var answer = await SearchAsync(dossier);

        Assert.True(!answer.IsIncomplete, how);
        Assert.Equal(["d1", "d2"], answer.Resources.Select(r => r.Id));
    }

    [Theory]
    [MemberData(nameof(Expired))]
    public async Task R7_PagesExpireTwice_WhatCameIsShownAndCut(string how, ScriptedAnswer expired)
    {
        await using var dossier = await TestDossier.StartWithPatientAsync();
        dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition(), Some.Condition("d9", "p9")), ("next", "Paging?page=2"))));
        dossier.Epd.On("Paging", expired);

        var answer = await SearchAsync(dossier);

        Assert.True(answer.IsCut, how);
        Assert.Equal(["d1"], answer.Resources.Select(r => r.Id));
        Assert.Equal(["Condition/d9"], answer.Strangers);
        Assert.Equal(2, dossier.Epd.Asked.Count(a => a.Type == "Paging"));
    }

    [Fact]
    public async Task R7_FirstPageNotThere_IsAFailureNotExpired()
    {
        await using var dossier = await TestDossier.StartWithPatientAsync();
        dossier.Epd.On("Condition", ScriptedAnswer.Status(404));

        Assert.Equal(EpdFailure.NotFound, (await Assert.ThrowsAsync<EpdException>(() => SearchAsync(dossier))).Failure);
        Assert.Equal(1, dossier.Epd.Asked.Count(a => a.Type == "Condition"));
    }

    private static ScriptedAnswer Page(string id, string? next = null) =>
        ScriptedAnswer.Json(next is null ? Some.Bundle(Some.Condition(id)) : Some.Linked(Some.Bundle(Some.Condition(id)), ("next", next)));

    private static ScriptedAnswer Endless(int padding) => ScriptedAnswer.Json(a =>
    {
        var page = int.Parse(a["page"] ?? "1", CultureInfo.InvariantCulture);
        return Some.Linked(Some.Bundle(Some.Condition("d" + page, text: new string('x', padding))), ("next", $"Condition?page={page + 1}"));
    });

    private static async Task<EpdAnswer> SearchAsync(TestDossier dossier)
    {
        var grant = await dossier.GrantAsync();
        return await dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")), default);
    }
}
