using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Accounts;
using ZorgverlenersPortaal.Dossier.Delegations;
using ZorgverlenersPortaal.Portal.Authentication;
using ZorgverlenersPortaal.Tests.Hosting;
using ZorgverlenersPortaal.Uzi;

namespace ZorgverlenersPortaal.Tests.Portal.Authentication;

/// <summary>R8: what shows something by a delegation stops when that ends; the session stands, and so does everything else.</summary>
public sealed class EndedDelegationsTests : IAsyncLifetime
{
    private static readonly TimeSpan _enough = TimeSpan.FromSeconds(30);
    private PortalHost _portal = null!;
    private DelegationStanding _standing = null!;

    public async Task InitializeAsync() => _portal = await PortalHost.StartAsync("http://127.0.0.1:9/fhir");

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("ended by the giver")]
    [InlineData("giver blocked")]
    public async Task R8_RequestUnderWay_ByADelegationThatEnds_IsNotFound(string how)
    {
        var id = await HandOverAsync();
        var (rests, answer) = Run(id);
        var (other, otherAnswer) = Run(null);
        await rests.Task;
        await other.Task;

        await EndAsync(how, id);

        Assert.Equal(404, await answer.WaitAsync(_enough));
        Assert.False(otherAnswer.IsCompleted);
        // One that says only now what it rests on stops at once.
        var (late, lateAnswer) = Run(null, id);
        await late.Task;
        await _portal.Services.GetRequiredService<AccountOffice>().ConfirmAsync(TestCards.Huisarts2.UziNumber, PortalHost.Office);
        Assert.Equal(404, await lateAnswer.WaitAsync(_enough));
    }

    [Fact]
    public async Task R8_AnswerUnderWay_ByADelegationThatEnds_IsBrokenOff()
    {
        var id = await HandOverAsync();
        using var lifetime = new BrokenOff();
        var (rests, answer) = Run(id, lifetime: lifetime);
        await rests.Task;
        await lifetime.Started!();
        await EndAsync("ended by the giver", id);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer.WaitAsync(_enough));
        Assert.True(lifetime.IsAborted);
    }

    /// <summary>A request of the doctor who stands in, that waits until it is stopped; its status.</summary>
    private (TaskCompletionSource Rests, Task<int> Answer) Run(string? delegation, string? later = null, BrokenOff? lifetime = null)
    {
        var rests = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = new DefaultHttpContext();
        context.Features.Set(Visit(TestCards.Huisarts2));
        if (lifetime is not null)
        {
            context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
            context.Features.Set<IHttpResponseFeature>(lifetime);
        }
        return (rests, RunAsync());

        async Task<int> RunAsync()
        {
            await _portal.Services.GetRequiredService<LiveRequests>().RunAsync(context, Session(), NextAsync, _ => throw new InvalidOperationException("The session stands."));
            return context.Response.StatusCode;
        }

        async Task NextAsync()
        {
            if (delegation is not null)
            {
                context.RestsOn(Decision(delegation));
            }
            using var listening = later is null ? null : _portal.Services.GetRequiredService<AccountNews>().Subscribe(_ => context.RestsOn(Decision(later)));
            rests.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        }
    }

    private AccessDecision Decision(string id) =>
        AccessDecision.Of(new AuditFact("handle", "unknown", "test", _portal.Clock.GetUtcNow())) with { Delegation = _standing with { Id = id } };

    private CurrentSession Session()
    {
        var now = _portal.Clock.GetUtcNow();
        var card = TestPki.Shared.Card(TestCards.Huisarts2);
        var identity = _portal.Services.GetRequiredService<UziJudgement>().Judge(card).Identity!;
        return new("hash-" + Guid.NewGuid(), new() { Reference = "session-2", Card = identity, Started = now, LastSeen = now }, now.AddMinutes(15), false);
    }

    private async Task<string> HandOverAsync()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(_portal.Clock.GetUtcNow(), "Europe/Amsterdam").DateTime);
        Assert.Null(await _portal.Services.GetRequiredService<DelegationDesk>().GiveAsync(
            new() { ReceiverUzi = TestCards.Huisarts2.UziNumber, FirstDay = today, LastDay = today.AddDays(5) }, Visit(TestCards.Huisarts)));
        var one = Assert.Single(await _portal.Services.GetRequiredService<DelegationBook>().ReceivedAsync(TestCards.Huisarts2.UziNumber, default));
        Assert.Equal(DelegationOutcome.Done, await _portal.Services.GetRequiredService<DelegationDesk>().AcceptAsync(one.Id, Visit(TestCards.Huisarts2)));
        _standing = Assert.Single(await _portal.Services.GetRequiredService<ReceivedDelegations>().OfAsync(TestCards.Huisarts2.UziNumber, default));
        return one.Id;
    }

    private async Task EndAsync(string how, string id)
    {
        if (how == "giver blocked")
        {
            Assert.Equal(AccountOutcome.Done, await _portal.Accounts.BlockAsync(TestCards.Huisarts.UziNumber, "test", PortalHost.Office));
            return;
        }
        Assert.Equal(DelegationOutcome.Done, await _portal.Services.GetRequiredService<DelegationDesk>().EndAsync(id, asGiver: true, Visit(TestCards.Huisarts)));
    }

    private static Visit Visit(TestCard card) => TestDossier.Visit() with
    {
        Provider = new(card.UziNumber, card.GivenName, CareRole.GeneralPractitioner, card.Role, AgbCode.TryRead(card.Agb), card.Ura, card.Organization),
    };

    /// <summary>A connection whose answer can be begun, and that notices when it is broken off.</summary>
    private sealed class BrokenOff : HttpResponseFeature, IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _aborted = new();
        private bool _hasStarted;

        public BrokenOff() => RequestAborted = _aborted.Token;

        public Func<Task>? Started { get; private set; }

        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public override bool HasStarted => _hasStarted;

        public override void OnStarting(Func<object, Task> callback, object state) => Started = async () =>
        {
            await callback(state);
            _hasStarted = true;
        };

        public void Abort()
        {
            IsAborted = true;
            _aborted.Cancel();
        }

        public void Dispose() => _aborted.Dispose();
    }
}
