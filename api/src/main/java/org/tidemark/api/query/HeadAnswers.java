package org.tidemark.api.query;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Answers HEAD as GET is answered, without the body: the page is made and its bytes are counted, so that status, headers
 * and length are those of GET on every path, errors included.
 */
final class HeadAnswers implements Filter {
    private static final String HEAD = "HEAD";
    private static final String GET = "GET";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && asked.getMethod().equals(HEAD)) {
            Counted counted = new Counted(answer);
            chain.doFilter(new AsGet(asked), counted);
            counted.end();
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest asked) {
            super(asked);
        }

        @Override
        public String getMethod() {
            return GET;
        }
    }

    /** Takes a body and keeps its length only. */
    private static final class Counted extends HttpServletResponseWrapper {
        private final CountingStream stream = new CountingStream();
        private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));

        Counted(HttpServletResponse answer) {
            super(answer);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return stream;
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void flushBuffer() {
            // The length is known at the end, and must go out with the headers.
            writer.flush();
        }

        @Override
        public void resetBuffer() {
            super.resetBuffer();
            stream.written = 0;
        }

        @Override
        public void reset() {
            super.reset();
            stream.written = 0;
        }

        /** A GET that had written as much could not change its status any more. */
        @Override
        public boolean isCommitted() {
            return super.isCommitted() || stream.written > getBufferSize();
        }

        void end() {
            writer.flush();
            if (!super.isCommitted()) {
                setContentLengthLong(stream.written);
            }
        }
    }

    private static final class CountingStream extends ServletOutputStream {
        private long written;

        @Override
        public void write(int one) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            written += length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("pages are written by the thread that was asked");
        }
    }
}
