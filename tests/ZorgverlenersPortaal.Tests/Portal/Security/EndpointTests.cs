using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Security;

/// <summary>Nothing is open by accident.</summary>
[Collection(PortalJourneys.Name)]
public sealed partial class EndpointTests(PortalFixture fixture)
{
    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    [Fact]
    public void Endpoints_OpenToAnyone_AreTheseAndNoMore()
    {
        var open = Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "/.well-known/jwks.json", "/.well-known/security.txt", "/favicon.ico", "/health/live", "/health/ready", "/help/beelden/{name}", "/sessie/concept", "aanvragen", "aanvragen/blokkeercode", "aanvragen/status", "aanvragen/verstuurd", "blokkeren", "blokkeren/gedaan",
                "fout/{status:int?}", "help", "help/handleiding/{name?}", "inloggen", "inloggen/dezi", "inloggen/dezi/terug", "status", "uitgelogd",
            ],
            open);
    }

    [Fact]
    public void Endpoints_AllOthers_NeedASession()
    {
        var fallback = fixture.Portal.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy;
        Assert.Contains(fallback!.Requirements, r => r is Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement);
        Assert.Contains(Endpoints, endpoint => endpoint.RoutePattern.RawText == "/patient/{patient}/brief/{letter}");
        Assert.Contains(Endpoints, endpoint => endpoint.RoutePattern.RawText == "patienten");
    }

    [Fact]
    public async Task Endpoints_WithoutSession_ShowNothing()
    {
        using var client = fixture.Portal.Client(TestPki.Shared.Card());
        foreach (var endpoint in Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null))
        {
            var path = "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "${first}${name}");
            var answer = await client.GetAsync(path);
            var isPage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;
            Assert.Equal((path, isPage ? 303 : 401), (path, answer.Status));
            Assert.DoesNotContain("zvp-banner", answer.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A parameter stands for its name, or for the first of the values it takes.</summary>
    [GeneratedRegex(@"\{(\w+:regex\(\^\((?<first>[a-z-]+)[^{}]*|(?<name>\w+)[^{}]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
