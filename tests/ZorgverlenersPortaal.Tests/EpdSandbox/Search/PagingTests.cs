using System.Net;
using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Search;

public sealed class PagingTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    [Theory]
    [InlineData("Observation", 0)]
    [InlineData("Patient?_count=7", 7)]
    [InlineData("Observation?category=laboratory&_sort=-date&_count=999", 200)]
    public async Task NextLinks_FollowedToTheEnd_GiveEachMatchOnce(string query, int count)
    {
        var bundle = await sandbox.GetAsync(query);
        var total = bundle["total"]!.GetValue<int>();
        var ids = new List<string>();
        while (true)
        {
            var page = RunningSandbox.Resources(bundle);
            Assert.InRange(page.Count, 1, count == 0 ? 50 : count);
            ids.AddRange(page.Select(RunningSandbox.Id));
            if (RunningSandbox.Link(bundle, "next") is not { } next)
            {
                break;
            }

            bundle = await sandbox.GetAsync(next);
        }

        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task NextLink_ResourcesChangeMeanwhile_PagesDoNotShift()
    {
        var first = await sandbox.GetAsync("Organization?_count=5");
        var all = RunningSandbox
            .Resources(await sandbox.GetAsync("Organization?_count=200"))
            .ConvertAll(RunningSandbox.Id);
        using var removed = await sandbox.Http.DeleteAsync(
            new Uri("../_sandbox/resources/Organization/" + all[0], UriKind.Relative));
        var second = await sandbox.GetAsync(RunningSandbox.Link(first, "next")!);
        Assert.Equal(
            all.Skip(5).Take(5),
            RunningSandbox.Resources(second).Select(RunningSandbox.Id),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task NextLink_Forgotten_IsGone()
    {
        var next = RunningSandbox.Link(await sandbox.GetAsync("Location?_count=2"), "next")!;
        Assert.DoesNotContain("_count", next, StringComparison.Ordinal);
        using var forgotten = await sandbox.Http.DeleteAsync(new Uri("../_sandbox/pages", UriKind.Relative));
        using var answer = await sandbox.Http.GetAsync(new Uri(next));
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(
            "expired",
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["issue"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Sort_ByDateDownwards_GivesTheNewestFirst()
    {
        var dates = RunningSandbox
            .Resources(await sandbox.GetAsync("Observation?patient=pat-00001&_sort=-date&_count=200"))
            .ConvertAll(observation =>
                DateTimeOffset.Parse(
                    observation["effectiveDateTime"]!.GetValue<string>(),
                    System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(dates.OrderDescending(), dates);
    }

    [Theory]
    [InlineData("Patient?_summary=count")]
    [InlineData("Patient?_count=0")]
    public async Task Search_OnlyTheTotal_HasNoEntries(string query)
    {
        var bundle = await sandbox.GetAsync(query);
        Assert.True(bundle["total"]!.GetValue<int>() >= 60);
        Assert.Null(bundle["entry"]);
    }
}
