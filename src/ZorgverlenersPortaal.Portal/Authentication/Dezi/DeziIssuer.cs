using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Authentication.Dezi;

/// <summary>Redeems a code for a person: token, identity token, the answer about the person, the statement inside it.</summary>
internal sealed class DeziIssuer(DeziHttp http, DeziTokenReader tokens, DeziDecryption decryption, DeziClientProof proof, DeziSetting setting)
{
    private DeziOptions Options => setting.Options;

    /// <summary>The person; <see cref="DeziRefusedException"/> in every other case, at the latest when Dezi's time is over.</summary>
    public async Task<DeziIdentity> RedeemAsync(string code, DeziFlow flow, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(Options.TimeoutSeconds), setting.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            var (access, identity) = await TokenAsync(code, flow, either.Token);
            var subject = await IdentifyAsync(identity, flow, either.Token);
            return await AskPersonAsync(access, subject, either.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new DeziRefusedException(DeziRefusal.IssuerUnreachable, "no answer in time");
        }
    }

    private async Task<(string Access, string Identity)> TokenAsync(string code, DeziFlow flow, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Options.Address("/token"));
        request.Content = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"),
            new("code", code),
            new("redirect_uri", DeziDeparture.ReturnAddress(setting.Portal)),
            new("client_id", Options.ClientId),
            new("code_verifier", flow.Verifier),
            .. proof.Fields(),
        ]);
        request.Headers.Accept.Add(new("application/json"));
        var (status, body) = await http.AskAsync(request, cancellation);
        return status == HttpStatusCode.OK
            ? (Field(body, "access_token"), Field(body, "id_token"))
            : throw new DeziRefusedException(DeziRefusal.CodeRefused, $"token answered {(int)status}");
    }

    /// <summary>Checks the identity token (OpenID Connect Core 3.1.3.7) and returns its subject.</summary>
    private async Task<string> IdentifyAsync(string identity, DeziFlow flow, CancellationToken cancellation)
    {
        var now = setting.Clock.GetUtcNow();
        var claims = (await tokens.ReadAsync(identity, cancellation)).From(Options.Issuer).For(Options.ClientId).At(now).MadeAt(now);
        if (claims.Optional("nonce") != flow.Nonce)
        {
            throw new DeziRefusedException(DeziRefusal.NonceMismatch, "nonce");
        }
        // A proof of before the question is no answer to it.
        if (flow.Purpose == DeziPurpose.StepUp && !(claims.OptionalTime("auth_time") >= flow.Started - DeziClaims.Skew))
        {
            throw new DeziRefusedException(DeziRefusal.NotFresh, "auth_time");
        }
        return claims.Text("sub");
    }

    private async Task<DeziIdentity> AskPersonAsync(string access, string subject, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Options.Address("/userinfo"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);
        var (status, body) = await http.AskAsync(request, cancellation);
        if (status != HttpStatusCode.OK)
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, $"userinfo answered {(int)status}");
        }
        var answer = Encoding.ASCII.GetString(body).Trim();
        // Five parts are encrypted, and inside must be what else comes by itself: something signed.
        var signed = answer.AsSpan().Count('.') == 4 ? decryption.Open(answer) : answer;
        var now = setting.Clock.GetUtcNow();
        var envelope = (await tokens.ReadAsync(signed, cancellation)).From(Options.Issuer).For(Options.ClientId).At(now).MadeAt(now);
        if (envelope.Optional("sub") is { } named && named != subject)
        {
            throw new DeziRefusedException(DeziRefusal.SubjectMismatch, "sub");
        }
        DeziStatement.RequireHigh(envelope.Text("loa_authn"));
        // Its header says where to find its key (jku); that is not looked at, the pinned keys are the keys.
        var statement = (await tokens.ReadAsync(envelope.Text("verklaring"), cancellation)).From(Options.StatementIssuer).At(now);
        return DeziStatement.Read(statement, envelope.Text("verklaring_id"));
    }

    private static string Field(byte[] body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.All(char.IsAscii) && !text.Any(char.IsControl)
                    ? text
                    : throw new DeziRefusedException(DeziRefusal.AnswerMalformed, name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new DeziRefusedException(DeziRefusal.AnswerMalformed, "token is no JSON");
        }
    }
}
