using System.Globalization;
using ZorgverlenersPortaal.Dossier.Epd;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Dossier.Epd;

/// <summary>Pages are followed within the limits and only at the configured base (H092, H093).</summary>
public sealed class EpdPagingTests : IAsyncLifetime
{
    private TestDossier _dossier = null!;

    public async Task InitializeAsync() => _dossier = await TestDossier.StartWithPatientAsync(o => o.MaximumPages = 4);

    public async Task DisposeAsync() => await _dossier.DisposeAsync();

    [Theory]
    [InlineData("Condition?page=2")] // relative
    [InlineData("BASE/Condition?page=2")] // absolute
    [InlineData("BASE?page=2")] // how HAPI writes it: the base itself
    [InlineData("BASE/?page=2")]
    public async Task Search_NextLinkAtTheBase_IsFollowed(string next)
    {
        _dossier.Epd.On("Condition", Page("d1", next));
        _dossier.Epd.On(a => a["page"] == "2", Page("d2"));

        var answer = await SearchAsync();

        Assert.Equal(["d1", "d2"], answer.Resources.Select(r => r.Id));
        Assert.False(answer.IsIncomplete);
    }

    [Fact]
    public async Task R4_StrangerOnASecondPage_IsDropped()
    {
        _dossier.Epd.On("Condition", Page("d1", "Condition?page=2"));
        _dossier.Epd.On(a => a["page"] == "2", ScriptedAnswer.Bundle(Some.Condition("d2", "p2"), Some.Condition("d1")));

        var answer = await SearchAsync();

        Assert.Equal(["d1"], answer.Resources.Select(r => r.Id));
        Assert.Equal(["Condition/d2"], answer.Strangers);
    }

    [Theory]
    [InlineData("http://evil.example/fhir/Condition?page=2")]
    [InlineData("//evil.example/fhir/Condition?page=2")]
    [InlineData("https://127.0.0.1/fhir/Condition?page=2")] // other scheme and port
    [InlineData("http://127.0.0.1:1/fhir/Condition?page=2")]
    [InlineData("HOST/Condition?page=2")] // outside the base
    [InlineData("HOST/fhirx/Condition?page=2")]
    [InlineData("BASE/../admin?page=2")]
    [InlineData("BASE/%2e%2e/admin?page=2")]
    [InlineData("../admin?page=2")]
    [InlineData("USER/Condition?page=2")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:application/json,{}")]
    [InlineData("http://[::1")]
    [InlineData("")]
    public async Task H092_R4_NextLinkElsewhere_IsNotFollowedAndTheListIsIncomplete(string next)
    {
        _dossier.Epd.On("Condition", Page("d1", next));

        var answer = await SearchAsync();

        Assert.Equal(["d1"], answer.Resources.Select(r => r.Id));
        Assert.True(answer.IsIncomplete);
        Assert.Single(_dossier.Epd.Asked, a => a.Query.Contains("page=2", StringComparison.Ordinal) || a.Path.Contains("Condition", StringComparison.Ordinal));
    }

    [Fact]
    public async Task H093_R7_NextLinkToItself_StopsAndIsIncomplete()
    {
        _dossier.Epd.On("Condition", Page("d1", "Condition?page=2"));

        var answer = await SearchAsync();

        Assert.Single(answer.Resources);
        Assert.True(answer.IsCut);
        Assert.Equal(2, _dossier.Epd.Asked.Count(a => a.Type == "Condition"));
    }

    [Fact]
    public async Task Search_MorePagesThanTheLimit_IsCut()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(a =>
        {
            var page = int.Parse(a["page"] ?? "1", CultureInfo.InvariantCulture);
            return Some.Linked(Some.Bundle(Some.Condition("d" + page)), ("next", $"Condition?page={page + 1}"));
        }));

        var answer = await SearchAsync();

        Assert.Equal(4, answer.Resources.Count);
        Assert.True(answer.IsCut);
        Assert.Equal(4, _dossier.Epd.Asked.Count(a => a.Type == "Condition"));
    }

    [Fact]
    public async Task Search_EmptyPageWithANextLink_GoesOn()
    {
        _dossier.Epd.On("Condition", ScriptedAnswer.Json(Some.Linked(Some.Bundle(), ("next", "Condition?page=2"))));
        _dossier.Epd.On(a => a["page"] == "2", Page("d2"));

        Assert.Equal(["d2"], (await SearchAsync()).Resources.Select(r => r.Id));
    }

    [Fact]
    public async Task R7_SecondPageFails_FailsTheSearch()
    {
        _dossier.Epd.On("Condition", Page("d1", "Condition?page=2"));
        _dossier.Epd.On(a => a["page"] == "2", ScriptedAnswer.Status(500));

        Assert.Equal(EpdFailure.Failing, (await Assert.ThrowsAsync<EpdException>(SearchAsync)).Failure);
    }

    private ScriptedAnswer Page(string id, string? next = null)
    {
        var bundle = Some.Bundle(Some.Condition(id));
        var host = new Uri(_dossier.Epd.Base).GetLeftPart(UriPartial.Authority);
        return ScriptedAnswer.Json(next is null ? bundle : Some.Linked(bundle, ("next", next
            .Replace("BASE", _dossier.Epd.Base, StringComparison.Ordinal)
            .Replace("USER", _dossier.Epd.Base.Replace("://", "://doctor@", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("HOST", host, StringComparison.Ordinal))));
    }

    private async Task<EpdAnswer> SearchAsync()
    {
        var grant = await _dossier.GrantAsync();
        return await _dossier.Get<IEpd>().SearchAsync(grant, EpdQuery.Search("Condition", ("patient", "p1")), default);
    }
}
