namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Reads the server-sent events of one answer.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, Stream stream) => (_response, _reader) = (response, new(stream));

    public static async Task<EventReader> OpenAsync(PortalClient client, string path)
    {
        var response = await client.StartAsync(path);
        Assert.Equal((200, "text/event-stream"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event and its data; null when the stream is over.</summary>
    public async Task<(string Name, string Data)?> NextAsync()
    {
        var limit = TimeSpan.FromSeconds(30);
        if (await _reader.ReadLineAsync().WaitAsync(limit) is not { } name)
        {
            return null;
        }

        var data = await _reader.ReadLineAsync().WaitAsync(limit);
        await _reader.ReadLineAsync().WaitAsync(limit);
        return (name["event: ".Length..], data!["data: ".Length..]);
    }

    /// <summary>The first event of this name; those before it are left out.</summary>
    public async Task<string> UntilAsync(string name)
    {
        while (await NextAsync() is { } one)
        {
            if (one.Name == name)
            {
                return one.Data;
            }
        }

        throw new InvalidOperationException($"The channel closed without {name}.");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
