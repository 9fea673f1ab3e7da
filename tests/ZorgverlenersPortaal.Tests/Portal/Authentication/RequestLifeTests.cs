using Microsoft.AspNetCore.Http;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>What the end of a session does to a request that is under way.</summary>
public sealed class RequestLifeTests : IDisposable
{
    private readonly RequestLife _life = new(new DefaultHttpContext(), SessionStoreTests.Session(new PortalClock()));

    public void Dispose() => _life.Dispose();

    [Fact]
    public void R8_End_WhileTheRequestWaits_CancelsIt()
    {
        _life.End(SessionEnd.Elsewhere);
        Assert.True(_life.Stopped.IsCancellationRequested);
        Assert.Equal(SessionEnd.Elsewhere, _life.Ended);
    }

    [Fact]
    public void R8_End_ByTheRequestItself_LetsItFinish()
    {
        // Signing in again ends the browser's former session: cancelled half-way, it would lose the new one too.
        _life.Release();
        _life.End(SessionEnd.Elsewhere);
        Assert.False(_life.Stopped.IsCancellationRequested);
        Assert.Null(_life.Ended);
    }
}
