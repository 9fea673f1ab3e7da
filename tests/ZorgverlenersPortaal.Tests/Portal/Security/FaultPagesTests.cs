using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>H155: whatever breaks under a page, its answer is a page of ours with a reference, and nothing of the program's inside.</summary>
[Collection(PortalJourneys.Name)]
public sealed partial class FaultPagesTests(PortalFixture fixture)
{
    private static readonly string[] _inside = ["Exception", "   at ", "Sqlite", ".cs:line", "no such table", "StackTrace", "Npgsql", "System."];

    [Theory]
    [InlineData("accounts")]
    [InlineData("trail")]
    [InlineData("epd")]
    public async Task H155_EveryPageWhileSomethingIsBroken_SaysNothingOfTheInside(string broken)
    {
        var paths = Pages();
        Assert.InRange(paths.Count, 40, 400);
        await using var fault = broken == "epd" ? await fixture.Epd.FaultAsync("down503") : null;
        using var store = broken switch { "accounts" => fixture.Portal.BreakAccounts(), "trail" => fixture.Portal.BreakTrail(), _ => null };

        var failed = 0;
        foreach (var path in paths)
        {
            var answer = await fixture.Doctor.GetAsync(path);
            failed += answer.Status >= 500 ? 1 : 0;
            foreach (var inside in _inside)
            {
                Assert.False(answer.Text.Contains(inside, StringComparison.Ordinal), $"{path} answered {answer.Status} with '{inside}'");
            }
            Assert.True(answer.Status is < 500 or 500 or 503, $"{path} answered {answer.Status}");
            Assert.True(answer.Status < 500 || answer.Incident.Length > 0, $"{path} answered {answer.Status} without a reference");
        }
        Assert.True(failed > 0, "nothing broke");
    }

    /// <summary>Every page there is, with a patient of hers where it wants one and a word elsewhere.</summary>
    private List<string> Pages()
    {
        var handle = fixture.DoctorsPath(fixture.Own.First(p => p.State == "admitted").Id)["/patient/".Length..];
        return
        [
            .. fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), match =>
                    match.Groups["name"].Value is "handle" or "patient" ? handle : match.Groups["first"].Success ? match.Groups["first"].Value : "x"))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    [GeneratedRegex(@"\{(?<name>\w+)(:regex\(\^\((?<first>[a-z-]+))?[^{}]*\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
