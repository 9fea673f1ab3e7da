using System.Diagnostics;
using ZorgverlenersPortaal.Portal.Observability.Telemetry;

namespace ZorgverlenersPortaal.Tests.Portal.Observability.Telemetry;

public sealed class AllowedAttributesTests : IDisposable
{
    private readonly AllowedAttributes _allowed = new();

    public void Dispose() => _allowed.Dispose();

    [Fact]
    public void R6_TagsNotOnTheList_AreTakenAway()
    {
        using var span = Recorded();
        span.SetTag("http.request.method", "GET").SetTag("http.route", "patient/{handle}").SetTag("url.path", "/patient/x").SetTag("enduser.id", "900021219");
        span.SetStatus(ActivityStatusCode.Error, "Jansen is not there");
        span.TraceStateString = "a=b";
        span.DisplayName = "GET /patient/x";
        _allowed.OnEnd(span);
        Assert.Equal("http.request.method=GET,http.route=patient/{handle}", string.Join(',', span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)));
        Assert.Equal((ActivityStatusCode.Error, (string?)null, (string?)null, "GET patient/{handle}"), (span.Status, span.StatusDescription, span.TraceStateString, span.DisplayName));
        Assert.True(span.Recorded);
    }

    [Fact]
    public void R6_SpanWithAnEvent_IsNotSent()
    {
        using var span = Recorded();
        span.AddException(new InvalidOperationException("Jansen"));
        _allowed.OnEnd(span);
        Assert.False(span.Recorded);
    }

    [Fact]
    public void R6_SpanWithALink_IsNotSent()
    {
        using var span = Recorded();
        span.AddLink(new(new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None)));
        _allowed.OnEnd(span);
        Assert.False(span.Recorded);
    }

    private static Activity Recorded() => new Activity("one") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
}
