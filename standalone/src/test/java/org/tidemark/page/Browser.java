package org.tidemark.page;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a screen, where it is installed. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> NETWORK =
            Map.of("latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium").orElseThrow().toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000", "--lang=en");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("chromedriver").orElseThrow())
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Whether both programs are there. */
    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    private static Optional<File> program(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .map(folder -> new File(folder, name))
                .filter(File::canExecute)
                .findFirst();
    }

    void open(String address) {
        driver.get(address);
    }

    /** Goes to a view of the page that is open, and waits until it is drawn. */
    void view(String hash) {
        driver.executeScript("location.hash = arguments[0]", hash);
        await(
                "location.hash === arguments[0] && document.getElementById('main').getAttribute('aria-busy') === 'false'"
                        + " && document.querySelector('main h1')",
                hash);
    }

    /** Waits until an expression is true, and returns what it is. */
    Object await(String expression, Object... arguments) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(expression)
                .until(unused -> truth(driver.executeScript("return " + expression, arguments)));
    }

    private static @Nullable Object truth(@Nullable Object value) {
        return Boolean.FALSE.equals(value) || "".equals(value) ? null : value;
    }

    @Nullable
    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Nullable
    Object later(String script) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script);
    }

    /** Presses a key where the focus is. */
    void type(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    void offline(boolean away) {
        Map<String, Object> network = new HashMap<>(NETWORK);
        network.put("offline", away);
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.emulateNetworkConditions", network);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
