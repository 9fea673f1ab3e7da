using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>R4: nothing an EPD answers to a search is believed before it is checked against the grant.</summary>
public sealed class EpdSearchTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync();

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Fact]
    public async Task Search_OwnResources_AreGivenWithTheHeadersThatTravelAlong()
    {
        _dossier.Epd.Has(Some.Condition(), Some.Condition("d2", "p2"));

        var answer = await SearchAsync();

        Assert.Equal("d1", Assert.Single(answer.Resources).Id);
        Assert.False(answer.IsIncomplete);
        Assert.Empty(answer.Ignored);
        var asked = _dossier.Epd.Asked[^1];
        Assert.Equal("GET Condition?patient=p1&_count=200", asked.Line);
        Assert.Equal("application/fhir+json", asked.Headers["Accept"]);
        Assert.Equal("handling=strict", asked.Headers["Prefer"]);
        Assert.Equal("request-1", asked.Headers["X-Request-Id"]);
        Assert.False(asked.Headers.ContainsKey("Cookie"));
        Assert.False(asked.Headers.ContainsKey("traceparent"));
    }

    [Theory]
    [InlineData("match")]
    [InlineData("include")]
    [InlineData(null)]
    public async Task H089_R4_StrangersResource_IsDroppedAndTold(string? mode)
    {
        var bundle = Some.Bundle(Some.Condition(), Some.Condition("d9", "p9"));
        bundle["entry"]![1]!["search"] = mode is null ? null : new JsonObject { ["mode"] = mode };
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(bundle));

        var answer = await SearchAsync();

        Assert.Equal(["Condition/d1"], answer.Resources.Select(r => r.Reference));
        Assert.Equal(["Condition/d9"], answer.Strangers);
        Assert.True(answer.IsIncomplete);
    }

    [Fact]
    public async Task R4_StrangersPatientAmongTheResults_IsDropped()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Patient("p9")));

        Assert.Equal(["Patient/p9"], (await SearchAsync()).Strangers);
    }

    public static TheoryData<string, string?, bool> Subjects => new()
    {
        { "relative", """{"reference":"Patient/p1"}""", true },
        { "versioned", """{"reference":"Patient/p1/_history/3"}""", true },
        { "absolute at the base", """{"reference":"BASE/Patient/p1"}""", true },
        { "with type and display", """{"reference":"Patient/p1","type":"Patient","display":"J. Test"}""", true },
        { "missing", null, false },
        { "empty", "{}", false },
        { "display only", """{"display":"J. Test"}""", false },
        { "identifier only", """{"identifier":{"system":"http://fhir.nl/fhir/NamingSystem/bsn","value":"999900018"}}""", false },
        { "contained", """{"reference":"#p1"}""", false },
        { "absolute at another host", """{"reference":"http://evil.example/fhir/Patient/p1"}""", false },
        { "absolute at another port", """{"reference":"http://127.0.0.1:1/fhir/Patient/p1"}""", false },
        { "absolute at another path", """{"reference":"HOST/other/Patient/p1"}""", false },
        { "urn", """{"reference":"urn:uuid:5f3c6f0e-0000-4000-8000-000000000000"}""", false },
        { "another type", """{"reference":"Group/p1"}""", false },
        { "a contradiction", """{"reference":"Patient/p1","type":"Group"}""", false },
        { "other case", """{"reference":"Patient/P1"}""", false },
        { "a path", """{"reference":"Patient/../Patient/p1"}""", false },
        { "a query", """{"reference":"Patient/p1?x=1"}""", false },
        { "a list", """[{"reference":"Patient/p1"}]""", false },
    };

    [Theory]
    [MemberData(nameof(Subjects))]
    public async Task H091_R4_SubjectAsWritten_CountsOnlyWhenItResolvesToThePatient(string form, string? subject, bool isHers)
    {
        var host = new Uri(_dossier.Epd.Base).GetLeftPart(UriPartial.Authority);
        var written = subject?.Replace("BASE", _dossier.Epd.Base, StringComparison.Ordinal).Replace("HOST", host, StringComparison.Ordinal);
        var condition = Some.Condition().With(c => c.Remove("subject"));
        if (written is not null)
        {
            condition["subject"] = JsonNode.Parse(written);
        }
        condition["contained"] = new JsonArray(Some.Patient());
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(condition));

        var answer = await SearchAsync();

        Assert.True(isHers == (answer.Resources.Count == 1), form);
        Assert.True(isHers == (answer.Strangers.Count == 0), form);
    }

    [Fact]
    public async Task R4_UnknownTypeOfResource_IsAStranger()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), new JsonObject
        {
            ["resourceType"] = "Goal",
            ["id"] = "o1",
            ["subject"] = Some.Ref("Patient/p1"),
        }));

        Assert.Equal(["Goal/o1"], (await SearchAsync()).Strangers);
    }

    [Fact]
    public async Task Search_SameResourceTwice_IsGivenOnce()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Condition(), Some.Condition("d2")));

        Assert.Equal(["d1", "d2"], (await SearchAsync()).Resources.Select(r => r.Id));
    }

    [Fact]
    public async Task Search_EntryWithoutResourceOrId_CountsAsWarning()
    {
        var bundle = Some.Bundle(Some.Condition(), Some.Condition("d2").With(c => c.Remove("id")));
        bundle["entry"]!.AsArray().Add(new JsonObject { ["fullUrl"] = "urn:x" });
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(bundle));

        var answer = await SearchAsync();

        Assert.Equal(["d1"], answer.Resources.Select(r => r.Id));
        Assert.Equal(2, answer.Warnings);
        Assert.True(answer.IsIncomplete);
    }

    [Theory]
    [InlineData("information", "informational", null, false)]
    [InlineData("information", "not-found", null, false)]
    [InlineData("warning", "not-found", "4101", false)] // Epic: no results
    [InlineData("warning", "processing", "4119", true)] // Epic: additional data may be present
    [InlineData("warning", "processing", null, true)]
    [InlineData("information", "suppressed", null, true)] // break the glass
    [InlineData("information", "forbidden", null, true)]
    [InlineData("information", "incomplete", null, true)]
    public async Task R7_OutcomeEntry_CountsWhenSomethingMayBeMissing(string severity, string code, string? detail, bool incomplete)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Condition(), Some.Outcome(severity, code, detail)));

        Assert.Equal(incomplete, (await SearchAsync()).IsIncomplete);
    }

    [Theory]
    [InlineData("error")]
    [InlineData("fatal")]
    public async Task R7_OutcomeEntryWithError_IsAFailureNotAnEmptyList(string severity)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(Some.Outcome(severity)));

        Assert.Equal(EpdFailure.Failing, await FailureAsync());
    }

    [Fact]
    public async Task R7_OutcomeThatCannotBeRead_CountsAsWarning()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Bundle(new JsonObject { ["resourceType"] = "OperationOutcome", ["id"] = "x", ["issue"] = "none" }));

        Assert.True((await SearchAsync()).IsIncomplete);
    }

    [Fact]
    public async Task R10_BundleThatIsNotUnderstood_IsIncomplete()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Bundle(Some.Condition()).With(b => b["implicitRules"] = "http://hospital.example/rules")));

        Assert.True((await SearchAsync()).IsIncomplete);
    }

    [Fact]
    public async Task R10_NextLinkGivenTwice_IsIncomplete()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition()), ("next", "Condition?page=2"), ("next", "Condition?page=3"))));

        Assert.True((await SearchAsync()).IsIncomplete);
    }

    [Theory]
    [InlineData("patient")]
    public async Task R4_EssentialParameterIgnored_RefusesTheAnswer(string parameter)
    {
        var self = $"{_dossier.Epd.Base}/Condition?{(parameter == "patient" ? "_count=200" : "patient=p1")}";
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition()), ("self", self))));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task R4_SelfLinkWithoutAnyParameter_RefusesTheAnswer()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition()), ("self", $"{_dossier.Epd.Base}/Condition"))));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    [Fact]
    public async Task Search_OtherParameterIgnored_IsTold()
    {
        _dossier.Epd.On("Encounter", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Encounter()), ("self", $"{_dossier.Epd.Base}/Encounter?patient=p1"))));

        var answer = await SearchAsync("Encounter", ("class", "IMP"));

        Assert.Equal(["class"], answer.Ignored);
    }

    [Theory]
    [InlineData("p%61tient:Patient")]
    [InlineData("subject")]
    public async Task Search_SelfLinkWithTheSameQuestionInOtherWords_CountsAsHonoured(string parameter)
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(Some.Condition()), ("self", $"Condition?{parameter}=p1"))));

        Assert.Empty((await SearchAsync()).Ignored);
    }

    [Fact]
    public async Task Search_AnotherTypeThanABundle_IsNotUnderstood()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Outcome()));

        Assert.Equal(EpdFailure.NotUnderstood, await FailureAsync());
    }

    private async Task<EpdAnswer> SearchAsync(string type = "Condition", params (string, string)[] more)
    {
        var grant = await _dossier.GrantAsync();
        return await _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search(type, [("patient", "p1"), .. more]), default);
    }

    private async Task<EpdFailure> FailureAsync() =>
        (await Assert.ThrowsAsync<EpdException>(() => SearchAsync())).Failure;
}
