using System.Net;
using System.Net.Http.Headers;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// Asks the configured OCSP responder about cards whose list is too old, at most once per card per hour, and puts what it
/// says into the store (security.md §4.2, R8). No address that a card names is ever called.
/// </summary>
/// <param name="address">http or https; null: nobody is ever asked.</param>
/// <param name="store">Takes the answers and gathers the questions of running sessions.</param>
/// <param name="clock">Times the wait and the hour.</param>
/// <param name="sharing">Asks for all nodes together; null: this node asks for itself.</param>
public sealed class OcspClient(Uri? address, RevocationStore store, TimeProvider clock, OcspSharing? sharing = null) : IDisposable
{
    private const int Limit = 64 * 1024;

    private const int AtOnce = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    private readonly HttpMessageInvoker _http = RevocationHttp.NewInvoker();

    private readonly Lock _asking = new();

    private readonly Dictionary<OcspQuestion, (DateTimeOffset At, Task<OcspAnswer> Answer)> _asked = [];

    /// <summary>
    /// The answer, which is in the store by then: at most two seconds, or at once when the card was asked about within the
    /// hour. Without a conclusion the store is as it was. Throws only when cancelled.
    /// </summary>
    public Task<OcspAnswer> AskAsync(OcspQuestion question, CancellationToken cancellation)
    {
        if (address is null)
        {
            return Task.FromResult(OcspAnswer.None("no OCSP responder is configured"));
        }

        lock (_asking)
        {
            ForgetPastHour();
            if (!_asked.TryGetValue(question, out var asked))
            {
                // Not with the caller's token: the question of this hour must not be lost with one request.
                asked = (clock.GetUtcNow(), Task.Run(() => ShareAsync(question), CancellationToken.None));
                _asked[question] = asked;
            }

            return asked.Answer.WaitAsync(cancellation);
        }
    }

    /// <summary>
    /// Asks about every card of a running session that needs it, and returns the new answers. For the background.
    /// </summary>
    public async Task<IReadOnlyList<OcspAnswer>> AskWaitingAsync(CancellationToken cancellation)
    {
        var questions = store.TakeQuestions().Where(MayAsk).ToList();
        var answers = new OcspAnswer[questions.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, questions.Count, options, async (i, token) =>
            answers[i] = await AskAsync(questions[i], token));
        return answers;
    }

    public void Dispose() => _http.Dispose();

    private bool MayAsk(OcspQuestion question)
    {
        lock (_asking)
        {
            ForgetPastHour();
            return address is not null && !_asked.ContainsKey(question);
        }
    }

    private void ForgetPastHour()
    {
        var now = clock.GetUtcNow();
        foreach (var past in _asked.Where(asked => now >= asked.Value.At + OcspAnswers.Life).Select(asked => asked.Key).ToList())
        {
            _asked.Remove(past);
        }
    }

    private async Task<OcspAnswer> ShareAsync(OcspQuestion question)
    {
        if (sharing is null)
        {
            return (await SendAsync(question)).Answer;
        }

        OcspAnswer? own = null;
        var shared = await sharing(OcspExchange.NameOf(question), async () =>
        {
            (own, var exchange) = await SendAsync(question);
            return own.Concluded ? exchange : null;
        });
        return own ?? shared?.ReadInto(store, question, clock.GetUtcNow())
            ?? OcspAnswer.None("another node asked within the hour, and there was no answer");
    }

    private async Task<(OcspAnswer Answer, OcspExchange? Exchange)> SendAsync(OcspQuestion question)
    {
        using var patience = new CancellationTokenSource(_patience, clock);
        try
        {
            var request = new OcspRequest(question);
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request.Encode()) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/ocsp-request");
            using var response = await _http.SendAsync(message, patience.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return (OcspAnswer.None($"the OCSP responder answered {(int)response.StatusCode}"), null);
            }

            if (await RevocationHttp.ReadAsync(response.Content, Limit, patience.Token) is not { } der)
            {
                return (OcspAnswer.None($"the OCSP answer is longer than {Limit} bytes"), null);
            }

            var now = clock.GetUtcNow();
            var exchange = OcspExchange.Of(question, now, request, der);
            return (exchange.ReadInto(store, question, now), exchange);
        }
        catch (OperationCanceledException)
        {
            return (OcspAnswer.None($"no complete OCSP answer in {_patience.TotalSeconds} s"), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (OcspAnswer.None("the OCSP responder cannot be reached: " + e.Message), null);
        }
    }
}
